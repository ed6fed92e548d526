/** The code of the whole country. */
export const COUNTRY = 'ID';
const COUNTRY_NAME = 'Indonesia';

/** The level of a region by the length of its code. */
const LEVEL_BY_LENGTH = { 2: 'province', 5: 'regency', 8: 'district', 13: 'village' } as const;
export type RegionLevel = 'country' | (typeof LEVEL_BY_LENGTH)[keyof typeof LEVEL_BY_LENGTH];

/** A region with its name in the usual spelling (`Kota Surakarta`). */
export interface Region {
  readonly code: string;
  readonly name: string;
}

/** The level of a code of the list. */
export const levelOf = (code: string): RegionLevel =>
  code === COUNTRY ? 'country' : LEVEL_BY_LENGTH[code.length as keyof typeof LEVEL_BY_LENGTH];

/** The code of the region above; of the country: none. */
export const regionAbove = (code: string): string | null => {
  if (code === COUNTRY) return null;
  const dot = code.lastIndexOf('.');
  return dot === -1 ? COUNTRY : code.slice(0, dot);
};

/** The codes of a region and all above it, itself first. */
export const andAbove = (code: string): readonly string[] => {
  const above = regionAbove(code);
  return above === null ? [code] : [code, ...andAbove(above)];
};

/** The regions of the country with their names, from the country down to the villages (Kemendagri codes). */
export class RegionTree {
  private readonly names = new Map<string, string>([[COUNTRY, COUNTRY_NAME]]);
  private readonly below = new Map<string, string[]>();

  constructor(regions: Iterable<Region>) {
    for (const { code, name } of regions) {
      this.names.set(code, name);
      const above = regionAbove(code)!;
      const siblings = this.below.get(above);
      if (siblings === undefined) this.below.set(above, [code]);
      else siblings.push(code);
    }
    for (const codes of this.below.values()) codes.sort();
  }

  /** How many regions there are, the country included. */
  get size(): number {
    return this.names.size;
  }

  has(code: string): boolean {
    return this.names.has(code);
  }

  /** The name; of a code that is not in the list, the code. */
  nameOf(code: string): string {
    return this.names.get(code) ?? code;
  }

  /** The codes of the next level down, ascending. */
  childrenOf(code: string): readonly string[] {
    return this.below.get(code) ?? [];
  }

  /** All regions below one, each with what lies in it behind it. */
  *allBelow(code: string): Generator<Region> {
    for (const child of this.childrenOf(code)) {
      yield { code: child, name: this.nameOf(child) };
      yield* this.allBelow(child);
    }
  }
}

/** The codes without those that lie in another of them, ascending: each person of the set counts once. */
export const withoutNested = (codes: readonly string[]): readonly string[] => {
  const set = new Set(codes);
  return [...set]
    .filter(
      (code) =>
        !andAbove(code)
          .slice(1)
          .some((above) => set.has(above)),
    )
    .sort();
};
