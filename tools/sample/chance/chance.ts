const mix = (hash: number, value: number): number => {
  let h = hash ^ value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
};

const hashOf = (text: string): number => {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i += 1) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
};

/** The first numbers after seeding still resemble the seed. */
const WARM_UP_ROUNDS = 8;

/**
 * Chance that repeats itself: the same seed, purpose and index give the same numbers, whoever asks and when (sfc32).
 * So each person can be made without the others, and making one thing more of a person leaves the rest as it was.
 */
export class Chance {
  private a: number;
  private b: number;
  private c: number;
  private counter = 1;

  constructor(seed: number, purpose: string, index = 0) {
    this.a = mix(mix(0x9e3779b9, seed), index);
    this.b = mix(this.a, hashOf(purpose));
    this.c = mix(this.b, index ^ 0x5bd1e995);
    for (let round = 0; round < WARM_UP_ROUNDS; round += 1) this.bits();
  }

  /** 32 bits. */
  bits(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = ((this.c << 21) | (this.c >>> 11)) + sum;
    return sum >>> 0;
  }

  /** In [0, 1). */
  share(): number {
    return this.bits() / 0x1_0000_0000;
  }

  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number {
    return least + Math.floor(this.share() * (most - least + 1));
  }

  /** True in `probability` of the cases. */
  happens(probability: number): boolean {
    return this.share() < probability;
  }

  pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.share() * list.length)]!;
  }

  /** Around a median of 1; `spread` is the standard deviation of the logarithm. */
  logNormal(spread: number): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.share()));
    return Math.exp(spread * radius * Math.cos(2 * Math.PI * this.share()));
  }
}

/** Things to draw, each as often as its weight. */
export class Lots<T> {
  private readonly upTo: number[] = [];
  private readonly total: number;

  constructor(private readonly entries: readonly (readonly [T, number])[]) {
    let total = 0;
    for (const [, weight] of entries) this.upTo.push((total += weight));
    this.total = total;
  }

  draw(chance: Chance): T {
    const point = chance.share() * this.total;
    return this.entries[this.upTo.findIndex((limit) => point < limit)]![0];
  }
}

const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0').slice(-digits);

/** A UUIDv7 of the instant; `number` lies in its bits, so that two numbers of one purpose never meet. */
export const storyUuid = (seed: number, purpose: string, number: number, atMs: number): string => {
  const chance = new Chance(seed, purpose, number);
  const time = hex(atMs, 12);
  const variant = 0x8000 | (chance.bits() & 0x3fff);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(chance.bits(), 3)}-${hex(variant, 4)}-${hex(chance.bits(), 4)}${hex(number, 8)}`;
};
