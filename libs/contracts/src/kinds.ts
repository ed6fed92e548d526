/** JSON Schema, draft-07. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** What a field may hold, said twice from one source: as JSON Schema, and as a check for class-validator. */
export interface Kind {
  /** Completes "must be …". */
  readonly meaning: string;
  readonly schema: JsonSchema;
  readonly accepts: (value: unknown) => boolean;
}

/**
 * A string of a pattern. The pattern alone decides (with the `u` flag, as JSON Schema has it); `format` and lengths
 * stand beside it for readers and tools. class-validator's own checks of lengths, days and UUIDs differ from those of
 * JSON Schema in corners, hence the one pattern for both.
 */
const matching = (meaning: string, pattern: string, notes: JsonSchema = {}): Kind => {
  const expression = new RegExp(pattern, 'u');
  return {
    meaning,
    schema: { type: 'string', pattern, ...notes },
    accepts: (value) => typeof value === 'string' && expression.test(value),
  };
};

/** Years from 1000 to 2999: arithmetic on days near the edges of the calendar stays inside four digits. */
const YEAR = '[12][0-9]{3}';
const LEAP_YEAR = '(?:[12][0-9](?:0[48]|[2468][048]|[13579][26])|(?:1[26]|2[048])00)';
const MONTH_OF_YEAR = '(?:0[1-9]|1[0-2])';
const DAY_OF_YEAR =
  '(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))';
const CALENDAR_DAY = `(?:${YEAR}-${DAY_OF_YEAR}|${LEAP_YEAR}-02-29)`;
const TIME_OF_DAY = '(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,9})?';
/** PostgreSQL takes offsets up to 15:59; no zone of the world is further from UTC than 14:00. */
const OFFSET = '(?:[Zz]|[+-](?:0[0-9]|1[0-5]):[0-5][0-9])';

export const id = matching(
  'a UUID',
  '^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}$',
  { format: 'uuid' },
);
export const day = matching('a day of the calendar, YYYY-MM-DD', `^${CALENDAR_DAY}$`, { format: 'date' });
export const month = matching('a month, YYYY-MM', `^${YEAR}-${MONTH_OF_YEAR}$`);
export const instant = matching(
  'an instant of RFC 3339 with an offset',
  `^${CALENDAR_DAY}[Tt]${TIME_OF_DAY}${OFFSET}$`,
  { format: 'date-time' },
);
/** The country, or a Kemendagri code with dots of a province, regency, district or village. */
export const region = matching(
  'a region code such as 33.72, or ID',
  '^(?:ID|[0-9]{2}(?:\\.[0-9]{2}(?:\\.[0-9]{2}(?:\\.[0-9]{4})?)?)?)$',
);
export const slug = matching('a slug', '^(?=.{1,64}$)[a-z0-9]+(?:-[a-z0-9]+)*$', { maxLength: 64 });
export const gatewayName = matching(
  'letters, digits and hyphens, at most 64',
  '^[A-Za-z0-9][A-Za-z0-9-]{0,63}$',
  {
    maxLength: 64,
  },
);
/** A bank's code among those that clear with each other, such as 008. */
export const bankCode = matching('three digits', '^[0-9]{3}$');
export const accountNumber = matching('5 to 20 digits', '^[0-9]{5,20}$');
/** base64url of 32 bytes. */
export const nikToken = matching('a token of 43 characters of base64url', '^[A-Za-z0-9_-]{43}$');

/** NUL and halves of surrogate pairs, as a class of a pattern has them: PostgreSQL can store neither, so no text has them. */
export const NEVER_IN_TEXT = String.raw`\u0000\ud800-\udfff`;

/** Text of `min` to `max` characters (code points). */
export const text = (max: number, min = 1): Kind =>
  matching(`text of ${min} to ${max} characters`, `^[^${NEVER_IN_TEXT}]{${min},${max}}$`, {
    minLength: min,
    maxLength: max,
  });

/** A whole number, at most the largest that JSON carries exactly. */
export const integer = (min: number, max: number = Number.MAX_SAFE_INTEGER): Kind => ({
  meaning: `a whole number from ${min} to ${max}`,
  schema: { type: 'integer', minimum: min, maximum: max },
  accepts: (value) => Number.isInteger(value) && (value as number) >= min && (value as number) <= max,
});

/** Whole rupiah. Fractions are refused, never rounded. */
export const rupiah = integer(0);
/** Whole rupiah of money that moved, at least one. */
export const positiveRupiah = integer(1);

/** A share or a published value: any finite number that is not negative. */
export const number: Kind = {
  meaning: 'a number that is not negative',
  schema: { type: 'number', minimum: 0 },
  accepts: (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0,
};

export const oneOf = (values: readonly string[]): Kind => ({
  meaning: `one of ${values.join(', ')}`,
  schema: { type: 'string', enum: values },
  accepts: (value) => typeof value === 'string' && values.includes(value),
});

/** A list, bounded, in which nothing stands twice where `unique`. */
export const listOf = (
  item: Kind,
  { min, max, unique = false }: ListBounds & { unique?: boolean },
): Kind => ({
  meaning: `a list of ${min} to ${max}, each ${item.meaning}${unique ? ', none twice' : ''}`,
  schema: {
    type: 'array',
    items: item.schema,
    minItems: min,
    maxItems: max,
    ...(unique && { uniqueItems: true }),
  },
  accepts: (value) =>
    Array.isArray(value) &&
    value.length >= min &&
    value.length <= max &&
    value.every(item.accepts) &&
    (!unique || new Set(value).size === value.length),
});

export interface ListBounds {
  readonly min: number;
  readonly max: number;
}
