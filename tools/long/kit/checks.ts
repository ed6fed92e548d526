/** Which answers Schemathesis expects of requests that the document allows. */
const OF_GOOD_REQUESTS = ['2xx', '3xx', '401', '403', '404', '409', '429', '5xx'];
/** Which it expects of others. */
const OF_BAD_REQUESTS = ['400', '401', '403', '404', '405', '406', '409', '415', '422', '428', '429', '5xx'];

/** Operations that take files of rows. */
const TABLES = [
  'POST /v1/references/import',
  'POST /v1/disbursement-result-batches',
  'POST /v1/sign-up-batches',
  'POST /v1/payment-batches',
  'POST /v1/reconciliations',
];
/** Operations whose bodies others have laid down. */
const OPEN = [
  'POST /v1/webhooks/midtrans',
  'POST /v1/webhooks/xendit',
  'POST /v1.0/access-token/b2b',
  'POST /v1.0/transfer-va/inquiry',
  'POST /v1.0/transfer-va/payment',
  'POST /v1.0/transfer-va/status',
];

const list = (statuses: readonly string[]) => `expected-statuses = ${JSON.stringify(statuses)}`;

/**
 * The part of a `schemathesis.toml` about its checks. All of them are on; these are told what our documents say beyond a
 * schema. "5xx" stands in the lists because another check, `not_a_server_error`, refuses those.
 */
export const CHECKS_TOML = `
# The seed alone decides what is sent, not what an earlier run found.
[cache]
enabled = false

[checks.positive_data_acceptance]
# 422 is a rule's refusal, which no schema can express: a NIK whose date cannot exist, a month that is paid already, a
# region that is in no list, a place in a list that no page gave. It is documented for each operation that may answer so.
${list([...OF_GOOD_REQUESTS, '422'])}

[checks.negative_data_rejection]
# Too large a body, too long a part of the path, too long an address are refusals too, and documented.
${list([...OF_BAD_REQUESTS, '413', '414', '431'])}

[[operations]]
include-name = ${JSON.stringify(TABLES)}
# The schema of a CSV file is a text: that a text is no table (no header, an open quote) is malformed, as a body that is
# no JSON is elsewhere.
[operations.checks.positive_data_acceptance]
${list([...OF_GOOD_REQUESTS, '400', '422'])}

[[operations]]
include-name = ${JSON.stringify(OPEN)}
# Gateways lay down what their notices say, kind by kind and each with fields of its own, and the standard what banks
# send: the schema leaves room for any field. One with a NUL in its name or text is malformed all the same.
[operations.checks.positive_data_acceptance]
${list([...OF_GOOD_REQUESTS, '400', '422'])}

[[operations]]
include-name = "POST /v1/parked/{id}/retry"
# OpenAPI 3.0 has no words for the names of an object's members: one that holds a NUL is no name of a header.
[operations.checks.positive_data_acceptance]
${list([...OF_GOOD_REQUESTS, '400', '422'])}

[[operations]]
include-name = "PUT /v1/claims/{id}/findings"
# No schema can say that the findings are of exactly one kind, as the kind of benefit has it.
[operations.checks.positive_data_acceptance]
${list([...OF_GOOD_REQUESTS, '400', '422'])}

[[operations]]
include-name = "PUT /v1/claims/{id}/evidence/{kind}/file"
# The schema of a file is any bytes: that they do not begin as their media type does is a media type that is not taken.
[operations.checks.positive_data_acceptance]
${list([...OF_GOOD_REQUESTS, '415', '422'])}

[[operations]]
include-name = "PUT /v1/region-outlines"
# No schema can say that a ring ends where it begins, or that a topology has the arcs that its geometries name.
[operations.checks.positive_data_acceptance]
${list([...OF_GOOD_REQUESTS, '400', '422'])}
`;
