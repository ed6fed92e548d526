/** An operation, as an OpenAPI document names it. */
export interface Operation {
  readonly method: string;
  /** With `{name}` for each parameter. */
  readonly path: string;
}

/** An OpenAPI document, as far as it is read here. */
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const METHODS = new Set(['get', 'put', 'post', 'patch', 'delete']);

/** Every operation that the document names. */
export const operationsOf = ({ paths }: OpenApi): Operation[] =>
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

/** Tells which of the operations a request is for, by method and path; one that fits several is the one with fewest parameters. */
export const finderOf = (operations: readonly Operation[]): ((asked: Operation) => Operation | undefined) => {
  const byFewest = operations
    .map((operation) => ({ operation, fits: matching(operation.path) }))
    .toSorted((a, b) => parameters(a.operation) - parameters(b.operation));
  return ({ method, path }) =>
    byFewest.find(({ operation, fits }) => operation.method === method && fits.test(path))?.operation;
};
