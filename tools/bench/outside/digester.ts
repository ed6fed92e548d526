import type { Digest } from '../report/results.js';

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const MIX = 0x2c1b3c6d;

const hashOf = (text: string): number => {
  let hash = FNV_OFFSET;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), FNV_PRIME);
  return hash >>> 0;
};

const hex = (value: number) => value.toString(16).padStart(8, '0');

/**
 * Digest of many texts in whatever order they come: sums of their hashes, so that one more, one fewer, one twice or
 * another one shows.
 */
export class Digester {
  private count = 0;
  private sum = 0;
  private plain = 0;
  private mixed = 0;

  /** Adds a text, and what of it is to be added up. */
  add(text: string, amount = 0): void {
    const hash = hashOf(text);
    this.count += 1;
    this.sum += amount;
    this.plain = (this.plain + hash) >>> 0;
    this.mixed = (this.mixed + Math.imul(hash ^ (hash >>> 15), MIX)) >>> 0;
  }

  get digest(): Digest {
    return { count: this.count, sum: this.sum, hash: hex(this.plain) + hex(this.mixed) };
  }
}

/** The digest of some texts. */
export const digestOf = (texts: Iterable<string>): Digest => {
  const digester = new Digester();
  for (const text of texts) digester.add(text);
  return digester.digest;
};
