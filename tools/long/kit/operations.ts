import { finderOf, type OpenApi, type Operation } from '#libs/testing';
import type { Known, KnownOperations } from './known/known.js';
import type { Exchange } from './schemathesis.js';

interface Described {
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, object>> };
}

/** As Schemathesis calls it. */
export const named = ({ method, path }: Operation): string => `${method} ${path}`;

/** Which of these operations were answered with 2xx at least once. */
export const reached = (
  operations: readonly Operation[],
  exchanges: readonly Exchange[],
): ReadonlySet<Operation> => {
  const find = finderOf(operations);
  const good = exchanges.filter(({ status }) => status >= 200 && status < 300);
  return new Set(good.flatMap((exchange) => find(exchange) ?? []));
};

const tableOf = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${JSON.stringify(name)} = ${JSON.stringify(value)}`)
    .join(', ');

/** The tables of a `schemathesis.toml` that give known values to the parts of paths, and the headers that are known. */
export const operationsToml = (known: KnownOperations): string =>
  Object.entries(known)
    .filter(([, { path, headers }]) => path !== undefined || headers !== undefined)
    .map(([name, { path, headers }]) => {
      const lines = [`[[operations]]`, `include-name = ${JSON.stringify(name)}`];
      if (path) lines.push(`parameters = { ${tableOf(path)} }`);
      if (headers) lines.push(`headers = { ${tableOf(headers)} }`);
      return `${lines.join('\n')}\n`;
    })
    .join('\n');

const withQuery = (described: Described, { query }: Known): Described =>
  query === undefined
    ? described
    : {
        ...described,
        parameters: (described.parameters ?? []).map((parameter) =>
          parameter.in === 'query' && Object.hasOwn(query, parameter.name)
            ? { ...parameter, example: query[parameter.name] }
            : parameter,
        ),
      };

const withBody = (described: Described, { body }: Known): Described =>
  body === undefined
    ? described
    : {
        ...described,
        requestBody: {
          ...described.requestBody,
          content: Object.fromEntries(
            Object.entries(described.requestBody?.content ?? {}).map(([type, media]) => [
              type,
              { ...media, example: body },
            ]),
          ),
        },
      };

/** Schemathesis has no way to write lines of JSON; what takes them takes tables as well. */
const UNSENDABLE = 'application/x-ndjson';

const sendable = ({ requestBody, ...described }: Described): Described => {
  if (!requestBody) return described;
  const content = Object.entries(requestBody.content).filter(([type]) => type !== UNSENDABLE);
  return { ...described, requestBody: { ...requestBody, content: Object.fromEntries(content) } };
};

/** The document with what is known of queries and bodies as examples: they are sent as they stand, and others beside them. */
export const withExamples = (document: OpenApi, known: KnownOperations): OpenApi => ({
  ...document,
  paths: Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => [
      path,
      Object.fromEntries(
        Object.entries(item).map(([method, described]) => {
          const found = known[named({ method: method.toUpperCase(), path })] ?? {};
          return [method, withBody(withQuery(sendable(described as Described), found), found)];
        }),
      ),
    ]),
  ),
});

/** Of half characters in a pattern, which Schemathesis never makes, it does not know what to think and drops the pattern. */
const HALF_CHARACTERS = String.raw`\\ud800-\\udfff`;

/** The text of a document, with patterns as Schemathesis understands them. */
export const understandable = (document: OpenApi): string =>
  JSON.stringify(document).replaceAll(HALF_CHARACTERS, '');
