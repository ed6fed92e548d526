/** Reads what a ByteWriter wrote, in the same order. */
export class ByteReader {
  private place = 0;

  constructor(private readonly bytes: Buffer) {}

  byte(): number {
    return this.bytes[this.place++]!;
  }

  count(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.bytes[this.place++]!;
      if (byte < 128) return value + byte * scale;
      value += (byte - 128) * scale;
      scale *= 128;
    }
  }

  signed(): number {
    const value = this.count();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  text(): string {
    const length = this.count();
    this.place += length;
    return this.bytes.toString('utf8', this.place - length, this.place);
  }

  id(): string {
    if (this.byte() === 1) return this.text();
    this.place += 16;
    return this.bytes.toString('hex', this.place - 16, this.place);
  }
}
