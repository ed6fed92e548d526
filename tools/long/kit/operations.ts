import type { Exchange } from './schemathesis.js';

/** An operation of a service's OpenAPI document. */
export interface Operation {
  readonly method: string;
  /** With `{name}` for each parameter. */
  readonly path: string;
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const METHODS = new Set(['get', 'put', 'post', 'patch', 'delete']);

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

/** A `schemathesis.toml` that gives these values to the path parameters of operations that have all of them. */
export const configOf = (
  operations: readonly Operation[],
  known: Readonly<Record<string, Readonly<Record<string, string>>>>,
): string =>
  operations
    .flatMap(({ path }) => {
      const [prefix] = Object.keys(known)
        .filter((start) => path.startsWith(start))
        .toSorted((a, b) => b.length - a.length);
      const names = [...path.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name!);
      if (prefix === undefined || names.length === 0) return [];
      const values = names.filter((name) => known[prefix]![name] !== undefined);
      if (values.length < names.length) return [];
      const pairs = values.map((name) => `${JSON.stringify(name)} = ${JSON.stringify(known[prefix]![name])}`);
      return [
        `[[operations]]\ninclude-path = ${JSON.stringify(path)}\nparameters = { ${pairs.join(', ')} }\n`,
      ];
    })
    .filter((text, index, all) => all.indexOf(text) === index)
    .join('\n');
