import { isCompactUuid } from '../../domain/coverage/fact.js';

const FIRST_SIZE_BYTES = 4_096;
/** Seven bits a byte; larger numbers than 2⁵³ are not written. */
const SEVEN_BITS = 128;

/** Writes numbers, ids and texts one behind the other, as small as they are. */
export class ByteWriter {
  private bytes = Buffer.allocUnsafe(FIRST_SIZE_BYTES);
  private end = 0;

  /** What was written, and a fresh start. */
  take(): Buffer {
    const taken = Buffer.from(this.bytes.subarray(0, this.end));
    this.end = 0;
    return taken;
  }

  byte(value: number): void {
    this.reserve(1);
    this.bytes[this.end++] = value;
  }

  /** A whole number from 0 to 2⁵³ − 1, one byte for each seven bits. */
  count(value: number): void {
    this.reserve(8);
    let rest = value;
    while (rest >= SEVEN_BITS) {
      this.bytes[this.end++] = (rest % SEVEN_BITS) + SEVEN_BITS;
      rest = Math.floor(rest / SEVEN_BITS);
    }
    this.bytes[this.end++] = rest;
  }

  /** A whole number that may be negative. */
  signed(value: number): void {
    this.count(value < 0 ? -2 * value - 1 : 2 * value);
  }

  text(value: string): void {
    const length = Buffer.byteLength(value);
    this.count(length);
    this.reserve(length);
    this.end += this.bytes.write(value, this.end);
  }

  /** An id: 16 bytes where it is a compact UUID, else a text. */
  id(value: string): void {
    if (!isCompactUuid(value)) {
      this.byte(1);
      return this.text(value);
    }
    this.byte(0);
    this.reserve(16);
    this.end += this.bytes.write(value, this.end, 16, 'hex');
    return undefined;
  }

  private reserve(size: number): void {
    if (this.end + size <= this.bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.bytes.length * 2, this.end + size));
    this.bytes.copy(larger, 0, 0, this.end);
    this.bytes = larger;
  }
}
