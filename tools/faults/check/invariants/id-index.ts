const EMPTY = 0;

/** Finds the input that a UUID belongs to, in 12 bytes an entry: by 64 of its bits, which no two share by chance. */
export class IdIndex {
  private readonly highs: Uint32Array;
  private readonly lows: Uint32Array;
  /** The input's number plus one; nought where the place is free. */
  private readonly inputs: Uint32Array;
  private readonly mask: number;

  /** @param entries how many there may be at most */
  constructor(entries: number) {
    const room = 2 ** Math.ceil(Math.log2(Math.max(entries, 1) * 2));
    this.highs = new Uint32Array(room);
    this.lows = new Uint32Array(room);
    this.inputs = new Uint32Array(room);
    this.mask = room - 1;
  }

  set(id: string, n: number): void {
    const [high, low] = bitsOf(id);
    const place = this.placeOf(high, low);
    this.highs[place] = high;
    this.lows[place] = low;
    this.inputs[place] = n + 1;
  }

  get(id: string): number | null {
    const [high, low] = bitsOf(id);
    const input = this.inputs[this.placeOf(high, low)]!;
    return input === EMPTY ? null : input - 1;
  }

  private placeOf(high: number, low: number): number {
    let place = (high ^ Math.imul(low, 0x9e3779b1)) & this.mask;
    while (this.inputs[place] !== EMPTY && (this.highs[place] !== high || this.lows[place] !== low))
      place = (place + 1) & this.mask;
    return place;
  }
}

/** The last sixteen digits, which are random but for a few bits. */
const bitsOf = (id: string): [high: number, low: number] => {
  const digits = id.slice(19).replace('-', '');
  return [Number.parseInt(digits.slice(0, 8), 16) >>> 0, Number.parseInt(digits.slice(8), 16) >>> 0];
};
