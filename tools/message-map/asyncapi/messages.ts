import { jsonSchemaOf, type EventContract, type JsonSchema } from '#libs/contracts';
import { keyFieldsOf } from '../read/patterns.js';
import { exampleHeadersOf, headersOf } from './headers.js';

const BINDING_VERSION = '0.5.0';

const keyOf = (contract: EventContract): JsonSchema => ({
  type: 'string',
  description: `${keyFieldsOf(contract).join(', or else ')}; partitioned by murmur2. Messages with one key stay in order.`,
});

/** The schema of the content. AsyncAPI states the dialect, which is draft-07 too, once for all. */
export const payloadOf = (contract: EventContract): JsonSchema => {
  const { $schema: _dialect, ...schema } = jsonSchemaOf(contract);
  return schema;
};

/** An event type: headers, content, key and an example of all three. */
export const messageOf = (contract: EventContract): JsonSchema => ({
  name: contract.type,
  title: contract.payload.name,
  summary: contract.summary,
  contentType: 'application/json',
  headers: headersOf(contract),
  payload: { $ref: `#/components/schemas/${contract.type}` },
  correlationId: { location: '$message.header#/ce_correlationid' },
  bindings: { kafka: { key: keyOf(contract), bindingVersion: BINDING_VERSION } },
  examples: [
    {
      name: contract.payload.name,
      summary: `Key ${contract.key(contract.example)}`,
      headers: exampleHeadersOf(contract),
      payload: contract.example,
    },
  ],
});
