import { gzipSync } from 'node:zlib';
import type { Reason } from '#libs/kernel';
import type { Field, Operation } from './operations.js';
import { withAt } from './with-at.js';

/** A request that is bad, and the fields that its answer must name. */
export interface BadRequest {
  readonly body?: string | Buffer;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly names?: string;
}

/** A way in which a request can be bad. */
export interface RequestKind {
  readonly name: string;
  readonly requests: (operation: Operation) => readonly BadRequest[];
  readonly status: number;
  readonly reason: Reason;
}

const JSON_TYPE = 'application/json';
const takesJson = ({ takes }: Operation) => takes === JSON_TYPE;
const takesFields = (operation: Operation) => takesJson(operation) && operation.fields.length > 0;

const malformed = (name: string, reason: Reason, ...bodies: readonly (string | Buffer)[]): RequestKind => ({
  name,
  requests: () => bodies.map((body) => ({ body })),
  status: 400,
  reason,
});

const textOf = (path: readonly string[]) => path.join('.');

const perField = (
  name: string,
  fits: (field: Field) => boolean,
  values: (field: Field) => readonly unknown[],
): RequestKind => ({
  name,
  requests: (operation) =>
    takesFields(operation)
      ? operation.fields.filter(fits).flatMap((field) =>
          values(field).map((value) => ({
            body: JSON.stringify(withAt(operation.body, field.path, value)),
            names: textOf(field.path),
          })),
        )
      : [],
  status: 400,
  reason: 'malformed',
});

const isNumeric = ({ type }: Field) => type === 'integer' || type === 'number';
const isList = ({ type }: Field) => type === 'array';

const OTHER_TYPES: Readonly<Record<string, readonly unknown[]>> = {
  string: [7, true, ['x'], { not: 'that' }],
  integer: ['7', true, [7], { not: 'that' }, 0.5],
  number: ['7', true, [7], { not: 'that' }],
  boolean: ['true', 1, [true]],
  array: ['x', 7, { 0: 'x' }],
  object: ['x', 7, ['x'], [[]]],
};

/** What nobody may set from outside, and a field that nobody knows. */
const UNKNOWN = ['status', 'role', 'balance', 'id', 'employerId', 'nobodyKnowsThis'];
const DEEP = 10_000;
const MANY = 10_000;
const LONG = 100_000;
const keyed = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, key) => [`k${key}`, 1]));
const JSON_BYTES_MAX = 4 * 1024 * 1024;

const bodies: RequestKind[] = [
  malformed('broken JSON', 'unreadable', '{"a":', '{', "{'a':1}", '{"a":1}}', 'NaN', '\u0000'),
  malformed('bytes that are not UTF-8', 'unreadable', Buffer.from('{"a":"\xff\xfe"}', 'latin1')),
  malformed('a frame of a schema registry', 'unreadable', Buffer.from('\0\0\0\0\x07{}', 'latin1')),
  malformed('a compressed body', 'unreadable', gzipSync('{}')),
  malformed('10,000 levels', 'too-deep', `{"a":${'['.repeat(DEEP)}${']'.repeat(DEEP)}}`),
  malformed(
    'a field that reaches for a prototype',
    'forbidden-field',
    '{"__proto__":{"polluted":true}}',
    '{"\\u005f_proto__":{"polluted":true}}',
    '{"a":[{"constructor":{"prototype":{"polluted":true}}}]}',
  ),
  malformed('a text with NUL', 'malformed', '{"a":"\\u0000"}', '{"\\u0000":1}', '{"a":"\\ud800"}'),
  malformed('a number beyond all range', 'malformed', '{"a":1e999}'),
  {
    name: 'a body over the limit',
    requests: ({ bytesMax }) => [{ body: `{"a":"${'x'.repeat(bytesMax ?? JSON_BYTES_MAX)}"}` }],
    status: 413,
    reason: 'too-large',
  },
  {
    name: 'another content type',
    requests: ({ takes }) =>
      [
        'text/plain',
        'application/xml',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
      ]
        .concat(takes === null ? [] : takes === JSON_TYPE ? ['text/csv'] : [JSON_TYPE])
        .map((type) => ({ body: '{}', type })),
    status: 415,
    reason: 'media-type',
  },
];

const shapes: RequestKind[] = [
  {
    name: 'an empty body, or no object',
    requests: (operation) =>
      takesJson(operation) ? ['', 'null', '[]', '[{}]', '"x"', '7'].map((body) => ({ body })) : [],
    status: 400,
    reason: 'malformed',
  },
  perField(
    'a field of another type',
    () => true,
    ({ type }) => OTHER_TYPES[type] ?? [],
  ),
  perField('a number beyond 2^53, or a negative one', isNumeric, () => [Number('9007199254740993'), -1]),
  perField('a list of lists', isList, () => [[[[]]]]),
  {
    name: 'a list of 100,000, or 10,000 keys',
    requests: (operation) =>
      takesFields(operation)
        ? [
            ...operation.fields
              .filter(isList)
              .map(({ path }) => JSON.stringify(withAt(operation.body, path, Array(LONG).fill('x')))),
            JSON.stringify(keyed(MANY)),
          ].map((body) => ({ body }))
        : [],
    status: 413,
    reason: 'too-large',
  },
  {
    name: 'an unknown field',
    requests: (operation) =>
      takesFields(operation)
        ? UNKNOWN.filter((name) => !operation.fields.some(({ path }) => textOf(path) === name)).map(
            (name) => ({
              body: JSON.stringify({ ...(operation.body as object), [name]: 'x' }),
              names: name,
            }),
          )
        : [],
    status: 400,
    reason: 'malformed',
  },
  {
    name: '1,000 unknown keys',
    requests: (operation) => (takesFields(operation) ? [{ body: JSON.stringify(keyed(MANY / 10)) }] : []),
    status: 400,
    reason: 'malformed',
  },
];

const takesCsv = ({ takes }: Operation) => takes === 'text/csv';
const table = (
  name: string,
  [status, reason]: readonly [number, Reason],
  ...files: readonly (string | Buffer)[]
): RequestKind => ({
  name,
  requests: (operation) => (takesCsv(operation) ? files.map((body) => ({ body, type: 'text/csv' })) : []),
  status,
  reason,
});
const wide = Array.from({ length: MANY }, (_, column) => `c${column}`).join();

const tables: RequestKind[] = [
  table('an empty file, or one without the columns', [400, 'malformed'], '', '\n\n', 'a,b\n1,2\n', '{}'),
  table(
    'a file that is no table in UTF-8',
    [400, 'unreadable'],
    'id,definition\na,"b\n',
    'id,definition\na\n',
    'id,definition\na,\u0000\n',
    Buffer.from('id,definition\na,\xff\n', 'latin1'),
    gzipSync('id,definition'),
  ),
  table(
    'a column that reaches for a prototype',
    [400, 'forbidden-field'],
    '__proto__,id,definition\nx,y,z\n',
  ),
  table('a column twice', [400, 'malformed'], 'id,definition,id\nx,y,z\n'),
  table('a file over the limit', [413, 'too-large'], 'x'.repeat(JSON_BYTES_MAX + 1), `${wide}\n${wide}\n`),
];

/** Ways in which a request with a good token can be bad, with what it is answered. */
export const REQUEST_KINDS: readonly RequestKind[] = [...bodies, ...shapes, ...tables];
