import type { EventContract } from '#libs/contracts';
import type { Raw } from './good-messages.js';
import { always, ofInbound, type Kind } from './kind.js';
import { KINDS_OF_HEADERS } from './kinds-of-headers.js';
import { paddedTo } from './record-size.js';

const withValue = (change: (value: Buffer, contract: EventContract) => Buffer | string | null) => {
  return (good: Raw, contract: EventContract): Raw => {
    const value = change(good.value!, contract);
    return { ...good, value: typeof value === 'string' ? Buffer.from(value) : value };
  };
};
const withField = (change: (fields: Record<string, unknown>, contract: EventContract) => object) =>
  withValue((value, contract) =>
    JSON.stringify(change(JSON.parse(value.toString()) as Record<string, unknown>, contract)),
  );
/** Puts a member in front of the others, as text: not everything that JSON can say survives being built. */
const withMember = (member: string) => withValue((value) => `{${member},${value.toString().slice(1)}`);
const firstField = (fields: object) => Object.keys(fields)[0]!;
const firstNumber = (fields: object) =>
  Object.entries(fields).find(([, value]) => typeof value === 'number')?.[0] ?? firstField(fields);

const TOO_LARGE_TO_COUNT = '9007199254740993';
const DEEP = 10_000;

const values: Kind[] = [
  {
    name: 'broken JSON',
    spoil: withValue((value) => value.subarray(0, -1)),
    fate: always('parked:unreadable'),
  },
  { name: 'an empty value', spoil: withValue(() => ''), fate: always('parked:unreadable') },
  {
    name: 'a tombstone',
    spoil: withValue(() => null),
    fate: ({ retention }) => (retention === 'compacted' ? 'passed-over:not-ours' : 'parked:unreadable'),
  },
  { name: 'a list', spoil: withValue((value) => `[${value}]`), fate: always('parked:schema') },
  { name: 'null', spoil: withValue(() => 'null'), fate: always('parked:schema') },
  {
    name: 'a field of another type',
    spoil: withField((fields) => ({ ...fields, [firstField(fields)]: { not: 'that' } })),
    fate: always('parked:schema'),
  },
  {
    name: 'a missing field',
    spoil: withField((fields) => ({ ...fields, [firstField(fields)]: undefined })),
    fate: always('parked:schema'),
  },
  {
    name: 'a number beyond 2^53',
    spoil: withField((fields) => ({ ...fields, [firstNumber(fields)]: Number(TOO_LARGE_TO_COUNT) })),
    fate: always('parked:schema'),
  },
  {
    name: 'a text with NUL',
    spoil: withField((fields) => ({ ...fields, [firstField(fields)]: 'a\u0000b' })),
    fate: always('parked:schema'),
  },
  {
    name: '10,000 levels',
    spoil: withMember(`"deep":${'['.repeat(DEEP)}${']'.repeat(DEEP)}`),
    fate: always('parked:too-deep'),
  },
  {
    name: 'bytes that are not UTF-8',
    spoil: withValue((value) =>
      Buffer.concat([value.subarray(0, -1), Buffer.from(',"x":"\xff\xfe"}', 'latin1')]),
    ),
    fate: always('parked:unreadable'),
  },
  {
    name: 'a frame of a schema registry',
    spoil: withValue((value) => Buffer.concat([Buffer.from([0, 0, 0, 0, 7]), value])),
    fate: always('parked:unreadable'),
  },
  {
    name: 'the field __proto__',
    spoil: withMember('"__proto__":{"polluted":true}'),
    fate: always('parked:forbidden-field'),
  },
  {
    name: 'the unknown field constructor',
    spoil: withMember('"constructor":{"prototype":{"polluted":true}}'),
    fate: always('taken'),
  },
];

const LARGEST: Kind = {
  name: 'the largest message of its topic',
  spoil: (good, { topic }) => paddedTo(good, topic.maxMessageBytes, Buffer.from(' ')),
  fate: always('taken'),
};

const sizes: Kind[] = [
  LARGEST,
  {
    name: 'the largest message of its topic, broken',
    spoil: (good, { topic }) => paddedTo(good, topic.maxMessageBytes, Buffer.from('x')),
    fate: always('parked:unreadable'),
  },
  {
    name: 'one byte more than its topic takes',
    spoil: (good, { topic }) => paddedTo(good, topic.maxMessageBytes + 1, Buffer.from(' ')),
    fate: always('refused-by-broker'),
  },
];

const keys: Kind[] = [
  {
    name: 'no key',
    spoil: (good) => ({ ...good, key: null }),
    fate: (topic) =>
      topic.retention === 'compacted'
        ? 'refused-by-broker'
        : ofInbound('taken', 'parked:key-mismatch')(topic),
  },
  {
    name: "somebody else's key",
    spoil: (good, _contract, key) => ({ ...good, key }),
    fate: ofInbound('taken', 'parked:key-mismatch'),
  },
];

const GOOD: Kind = { name: 'nothing wrong', spoil: (good) => good, fate: always('taken') };

/** Nothing wrong, and as large: what it takes to carry a message is the same for a good one. */
export const goodInPlaceOf = (kind: Kind): Kind => (sizes.includes(kind) ? LARGEST : GOOD);

/** Every way in which a message on a topic can be bad, with what must become of it. */
export const KINDS: readonly Kind[] = [...values, ...sizes, ...KINDS_OF_HEADERS, ...keys];
