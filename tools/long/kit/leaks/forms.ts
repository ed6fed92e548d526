import { createHash } from 'node:crypto';

/** Something about a person that may stand in few places. */
export interface Secret {
  /** Whose and what: `A nik`. */
  readonly what: string;
  readonly text: string;
}

/** A secret in one of the forms in which it could lie somewhere. */
export interface Needle {
  readonly what: string;
  readonly form: string;
  readonly bytes: Buffer;
}

const BITS_OF_DIGIT = 6;
const BITS_OF_BYTE = 8;
const GROUP_BYTES = 3;
const GROUP_DIGITS = 4;

/** The digits of Base64 that the bytes alone decide, behind so many others and before any. */
const base64Core = (bytes: Buffer, behind: number): string => {
  const all = Buffer.concat([Buffer.alloc(behind), bytes]).toString('base64');
  const first = Math.ceil((behind * BITS_OF_BYTE) / BITS_OF_DIGIT);
  return all.slice(first, Math.floor((behind + bytes.length) / GROUP_BYTES) * GROUP_DIGITS);
};

const urlSafe = (base64: string) => base64.replaceAll('+', '-').replaceAll('/', '_');

const base64Forms = (name: string, bytes: Buffer): [string, string][] =>
  [0, 1, 2].flatMap((behind): [string, string][] => {
    const core = base64Core(bytes, behind);
    return [
      [`${name} base64`, core],
      [`${name} base64url`, urlSafe(core)],
    ];
  });

const hashForms = (text: string): [string, string | Buffer][] => {
  const digest = createHash('sha256').update(text).digest();
  return [
    ['sha256', digest],
    ['sha256 hex', digest.toString('hex')],
    ['sha256 hex', digest.toString('hex').toUpperCase()],
    ...base64Forms('sha256', digest),
  ];
};

const formsOf = (text: string): [string, string | Buffer][] => {
  const bytes = Buffer.from(text);
  return [
    ['plain', text],
    ['plain', text.toLowerCase()],
    ['plain', text.toUpperCase()],
    ['reversed', [...text].reverse().join('')],
    ['url-encoded', encodeURIComponent(text)],
    ['hex', bytes.toString('hex')],
    ['hex', bytes.toString('hex').toUpperCase()],
    ...base64Forms('plain', bytes),
    ...hashForms(text),
  ];
};

/** Every form of the secrets, each once. */
export const needlesOf = (secrets: readonly Secret[]): readonly Needle[] => {
  const needles = new Map<string, Needle>();
  for (const { what, text } of secrets)
    for (const [form, content] of formsOf(text)) {
      const bytes = Buffer.from(content as string);
      const name = bytes.toString('latin1');
      if (!needles.has(name)) needles.set(name, { what, form, bytes });
    }
  return [...needles.values()];
};

const HEAD_BYTES = 4;
const SLOTS = 65_536;
const slotOf = (head: number) => (head ^ (head >>> 16)) & (SLOTS - 1);

/** Finds many needles by one look at each byte: what begins with the first four bytes of one is compared with it. */
export class Needles {
  private readonly byHead = new Map<number, Needle[]>();
  private readonly slots = new Uint8Array(SLOTS);
  /** Bytes of the longest. */
  readonly longest: number;

  constructor(needles: readonly Needle[]) {
    this.longest = Math.max(0, ...needles.map(({ bytes }) => bytes.length));
    for (const needle of needles) {
      if (needle.bytes.length < HEAD_BYTES) throw new Error(`${needle.what} is too short to be looked for`);
      const head = needle.bytes.readUInt32BE(0);
      this.slots[slotOf(head)] = 1;
      this.byHead.set(head, [...(this.byHead.get(head) ?? []), needle]);
    }
  }

  /** The needles that lie in the bytes, each once. */
  in(bytes: Buffer): readonly Needle[] {
    const found = new Set<Needle>();
    let head = 0;
    for (let end = 0; end < bytes.length; end += 1) {
      head = ((head << 8) | bytes[end]!) >>> 0;
      if (this.slots[slotOf(head)] === 0 || end < HEAD_BYTES - 1) continue;
      const begin = end - HEAD_BYTES + 1;
      for (const needle of this.byHead.get(head) ?? [])
        if (bytes.subarray(begin, begin + needle.bytes.length).equals(needle.bytes)) found.add(needle);
    }
    return [...found];
  }
}
