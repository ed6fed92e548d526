/** What a log entry may not carry, whoever passes it: contents and credentials. Compared in lower case. */
const WITHHELD = new Set([
  'body',
  'rawbody',
  'payload',
  'headers',
  'query',
  'params',
  'parameters',
  'authorization',
  'cookie',
  'token',
  'password',
  'nik',
  'fullname',
  'birthdate',
  'mobile',
  'email',
  'address',
  'url',
  'req',
  'res',
  'request',
  'response',
]);
const DEPTH_MAX = 4;

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

const shownValue = (value: unknown, depth: number): unknown => {
  if (depth > DEPTH_MAX) return '[deep]';
  if (Array.isArray(value)) return value.map((item) => shownValue(item, depth + 1));
  return isPlain(value) ? shown(value, depth + 1) : value;
};

/** A log entry without the fields that hold contents or credentials, at any depth. */
export const shown = (entry: Record<string, unknown>, depth = 0): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(entry)
      .filter(([name]) => !WITHHELD.has(name.toLowerCase()))
      .map(([name, value]) => [name, shownValue(value, depth)]),
  );
