import type { Known, KnownOperations } from './known/known.js';
import type { Exchange } from './schemathesis.js';

/** An operation of a service's OpenAPI document. */
export interface Operation {
  readonly method: string;
  /** With `{name}` for each parameter. */
  readonly path: string;
}

interface Described {
  readonly requestBody?: { readonly content: Readonly<Record<string, object>> };
}

/** An OpenAPI document, as far as it is read here. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const METHODS = new Set(['get', 'put', 'post', 'patch', 'delete']);

/** As Schemathesis calls it. */
export const named = ({ method, path }: Operation): string => `${method} ${path}`;

/** Every operation that the document names. */
export const operationsOf = ({ paths }: Document): Operation[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    Object.keys(item)
      .filter((method) => METHODS.has(method))
      .map((method) => ({ method: method.toUpperCase(), path })),
  );

const escaped = (text: string) => text.replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&');

const matching = (path: string): RegExp =>
  new RegExp(
    `^${path
      .split(/\{[^}]*\}/)
      .map(escaped)
      .join('[^/]+')}$`,
  );

const parameters = ({ path }: Operation) => path.split('{').length;

/** Which of these operations were answered with 2xx at least once. A path that fits several is the one with fewest parameters. */
export const reached = (
  operations: readonly Operation[],
  exchanges: readonly Exchange[],
): ReadonlySet<Operation> => {
  const byFewest = operations
    .map((operation) => ({ operation, fits: matching(operation.path) }))
    .toSorted((a, b) => parameters(a.operation) - parameters(b.operation));
  const good = exchanges.filter(({ status }) => status >= 200 && status < 300);
  return new Set(
    good.flatMap(({ method, path }) => {
      const found = byFewest.find(({ operation, fits }) => operation.method === method && fits.test(path));
      return found ? [found.operation] : [];
    }),
  );
};

const tableOf = (values: Readonly<Record<string, string>>): string =>
  Object.entries(values)
    .map(([name, value]) => `${JSON.stringify(name)} = ${JSON.stringify(value)}`)
    .join(', ');

/** The tables of a `schemathesis.toml` that give known values to the parts of paths. */
export const pathsToml = (known: KnownOperations): string =>
  Object.entries(known)
    .filter((entry): entry is [string, Required<Known>] => entry[1].path !== undefined)
    .map(
      ([name, { path }]) =>
        `[[operations]]\ninclude-name = ${JSON.stringify(name)}\nparameters = { ${tableOf(path)} }\n`,
    )
    .join('\n');

const withExample = (described: Described, { body }: Known): Described => ({
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
});

/** The document with the bodies that are known as examples: they are sent as they stand, and others beside them. */
export const withExamples = (document: Document, known: KnownOperations): Document => ({
  ...document,
  paths: Object.fromEntries(
    Object.entries(document.paths).map(([path, item]) => [
      path,
      Object.fromEntries(
        Object.entries(item).map(([method, described]) => {
          const found = known[named({ method: method.toUpperCase(), path })];
          return [method, found?.body === undefined ? described : withExample(described as Described, found)];
        }),
      ),
    ]),
  ),
});
