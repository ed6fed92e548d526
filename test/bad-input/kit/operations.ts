import { randomUUID } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** As much of JSON Schema as the documents use. */
export interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly minimum?: number;
}

interface Documented {
  readonly 'x-signed'?: boolean;
  readonly 'x-body-bytes-max'?: number;
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema: Schema }[];
  readonly requestBody?: { content: Readonly<Record<string, { schema: Schema }>> };
  readonly security?: readonly unknown[];
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Documented>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** A field of a body: where it stands and what it may hold. */
export interface Field {
  readonly path: readonly string[];
  readonly type: string;
}

/** An operation that changes something. */
export interface Operation {
  readonly method: 'POST' | 'PUT' | 'PATCH';
  /** As the document has it. */
  readonly path: string;
  /** With an id or code that nothing has yet. */
  readonly url: string;
  /** Media type of the body, null where none is asked for. */
  readonly takes: string | null;
  readonly fields: readonly Field[];
  /** A body of the right shape; rules may still refuse it. */
  readonly body: unknown;
  readonly needsToken: boolean;
  /** How large a body it says that it takes, where that is more than others do. */
  readonly bytesMax: number | null;
}

const METHODS = ['post', 'put', 'patch'] as const;

/** What a `$ref` stands for; fields that inherit one wrap it. */
const resolverOf =
  ({ components }: Document) =>
  (schema: Schema): Schema => {
    const named = schema.$ref ?? schema.allOf?.[0]?.$ref;
    return named === undefined ? schema : components.schemas[named.split('/').at(-1)!]!;
  };

type Resolve = ReturnType<typeof resolverOf>;

const typeOf = ({ type, properties, items }: Schema): string => {
  if (properties) return 'object';
  if (items) return 'array';
  return (typeof type === 'string' ? type : type?.[0]) ?? 'string';
};

const TEXTS: Readonly<Record<string, string>> = {
  uuid: '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01',
  date: '2024-12-01',
  'date-time': '2024-12-01T09:00:00+07:00',
};

const sampleOf = (given: Schema, resolve: Resolve): unknown => {
  const schema = resolve(given);
  if (schema.enum) return schema.enum[0];
  switch (typeOf(schema)) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, sampleOf(inner, resolve)]),
      );
    case 'array':
      return [sampleOf(schema.items ?? {}, resolve)];
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 1, 1);
    case 'boolean':
      return true;
    default:
      return TEXTS[schema.format ?? ''] ?? 'x';
  }
};

const fieldsOf = (given: Schema, resolve: Resolve, above: readonly string[] = []): Field[] => {
  const { properties = {}, items } = resolve(given);
  const fields = Object.entries(properties).flatMap(([name, inner]) => {
    const path = [...above, name];
    return [{ path, type: typeOf(resolve(inner)) }, ...fieldsOf(inner, resolve, path)];
  });
  return items ? [...fields, ...fieldsOf(items, resolve, [...above, '0'])] : fields;
};

/** Owed money is known by gateway, payment and line. */
const NO_MONEY = Buffer.from(JSON.stringify(['bank-uji', 'NONE', 0])).toString('base64url');

/** A code of residence that is in no list. */
const NO_REGION = '99.99.99';

/** Parked messages are numbered; nearly everything else has an id or code that may be a UUID. */
const nothingYet = (path: string): string => {
  if (path.includes('/unmatched/')) return NO_MONEY;
  if (path.includes('/region-changes/')) return NO_REGION;
  return path.includes('/parked/') ? '1' : randomUUID();
};

const urlOf = (path: string, { parameters = [] }: Documented): string =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const { schema } = parameters.find((parameter) => parameter.name === name)!;
    return String(schema.enum?.[0] ?? (schema.type === 'number' ? 1 : nothingYet(path)));
  });

/** What a query must say. */
const queryOf = ({ parameters = [] }: Documented, resolve: Resolve): string => {
  const asked = parameters.filter((parameter) => parameter.in === 'query' && parameter.required);
  const pairs = asked.map(({ name, schema }) => [name, String(sampleOf(schema, resolve))]);
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
};

const documentOf = async (app: NestFastifyApplication): Promise<Document> =>
  (await app.inject('/openapi.json')).json<Document>();

/** Every address that can be read, with an id or code that nothing has; what a query must say is left to the caller. */
export const readsOf = async (app: NestFastifyApplication): Promise<readonly string[]> =>
  Object.entries((await documentOf(app)).paths).flatMap(([path, { get }]) => (get ? [urlOf(path, get)] : []));

/**
 * Every operation of a service that changes something, as its OpenAPI document says. Those that are signed by their sender
 * refuse everything else first, and have suites of their own.
 */
export const operationsOf = async (app: NestFastifyApplication): Promise<readonly Operation[]> => {
  const document = await documentOf(app);
  const resolve = resolverOf(document);
  return Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const documented = item[method];
      if (!documented || documented['x-signed']) return [];
      const [takes = null] = Object.keys(documented.requestBody?.content ?? {});
      const schema = takes === null ? {} : documented.requestBody!.content[takes]!.schema;
      const operation: Operation = {
        method: method.toUpperCase() as Operation['method'],
        path,
        url: urlOf(path, documented) + queryOf(documented, resolve),
        takes,
        fields: fieldsOf(schema, resolve),
        body: sampleOf(schema, resolve),
        needsToken: documented.security !== undefined,
        bytesMax: documented['x-body-bytes-max'] ?? null,
      };
      return [operation];
    }),
  );
};
