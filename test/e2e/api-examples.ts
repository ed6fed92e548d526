import { Ajv } from 'ajv';
import formats from 'ajv-formats';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly example?: string | number | readonly string[];
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
}

/** An OpenAPI document, as far as it is read here. */
export interface Api {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

/** A question of the document, as it is asked with the examples of its parameters. */
export interface Example {
  /** As the document names it, with `{name}` for each part. */
  readonly path: string;
  readonly url: string;
}

const valueOf = ({ name, required, example }: Parameter, path: string): string | null => {
  if (example !== undefined) return encodeURIComponent(String(example));
  if (required) throw new Error(`GET ${path} has no example of ${name}`);
  return null;
};

const urlOf = (path: string, { parameters = [] }: Operation): string => {
  const query: string[] = [];
  let url = path;
  for (const parameter of parameters.filter((one) => one.in === 'path' || one.in === 'query')) {
    const value = valueOf(parameter, path);
    if (parameter.in === 'path') url = url.replace(`{${parameter.name}}`, value!);
    else if (value !== null) query.push(`${parameter.name}=${value}`);
  }
  return query.length === 0 ? url : `${url}?${query.join('&')}`;
};

/**
 * Every question below `/v1`, asked as its examples say. Throws where a parameter that is needed has none.
 * @param except paths that are about what is made anew each time
 */
export const examplesOfApi = ({ paths }: Api, except: readonly string[]): readonly Example[] =>
  Object.entries(paths).flatMap(([path, { get }]) =>
    get !== undefined && path.startsWith('/v1/') && !except.includes(path)
      ? [{ path, url: urlOf(path, get) }]
      : [],
  );

/** OpenAPI 3.0 says `nullable` beside a reference, which JSON Schema does not know. */
const withNull = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(withNull);
  if (typeof schema !== 'object' || schema === null) return schema;
  const { nullable, ...rest } = schema as Record<string, unknown>;
  const inner = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, withNull(value)]));
  return nullable === true ? { anyOf: [inner, { type: 'null' }] } : inner;
};

const JSON_CONTENT = 'application/json';
const pointer = (...parts: readonly string[]) =>
  parts.map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/');

/** Says what is wrong with a good answer to a question, by its document; nothing when it is as the document says. */
export const faultsBy = (api: Api): ((path: string, answer: unknown) => string) => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema(withNull(api) as object, 'api');
  return (path, answer) => {
    const where = pointer('paths', path, 'get', 'responses', '200', 'content', JSON_CONTENT, 'schema');
    const validate = ajv.compile({ $ref: `api#/${where}` });
    return validate(answer) ? '' : ajv.errorsText(validate.errors);
  };
};

/** Whether the document says that the answer is JSON. */
export const isJson = (api: Api, path: string): boolean =>
  Object.hasOwn(api.paths[path]!['get']!.responses['200']?.content ?? {}, JSON_CONTENT);
