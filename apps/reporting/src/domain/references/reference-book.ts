import type { ReferenceRecorded } from './record-reference.js';
import { regionsKey, type ReferenceContents, type ReferenceKind, type Version } from './references.js';

/** A recorded version with its place among all. */
export type PlacedReference = ReferenceRecorded & {
  /** Grows with each version recorded, of whichever reference. */
  readonly position: number;
};

type AnyVersion = Version<ReferenceContents[ReferenceKind]>;

/** Under a place of its kind lie versions of that kind alone. */
const ofKind = <Kind extends ReferenceKind>(versions: readonly unknown[]) =>
  versions as readonly Version<ReferenceContents[Kind]>[];

const placeOf = (kind: ReferenceKind, key: string) => `${kind} ${key}`;

const versionOf = ({ content, id, version, position }: PlacedReference): AnyVersion => ({
  ...content,
  id,
  version,
  position,
});

/** All versions of all references, found by id, and the latest ones by their regions. It grows by what is entered. */
export class ReferenceBook {
  private readonly byId = new Map<string, AnyVersion[]>();
  private readonly byRegions = new Map<string, Map<string, AnyVersion>>();

  /** Enters a version behind all that were entered before under its id; one that is there already changes nothing. */
  enter(reference: PlacedReference): void {
    const place = placeOf(reference.kind, reference.id);
    const versions = this.byId.get(place) ?? [];
    if (versions.length >= reference.version) return;
    const [before, version] = [versions.at(-1), versionOf(reference)];
    this.byId.set(place, [...versions, version]);
    if (before) this.ofRegions(reference.kind, before.regions).delete(reference.id);
    this.ofRegions(reference.kind, version.regions).set(reference.id, version);
  }

  /** Versions under an id, oldest first. */
  versions<Kind extends ReferenceKind>(kind: Kind, id: string): readonly Version<ReferenceContents[Kind]>[] {
    return ofKind(this.byId.get(placeOf(kind, id)) ?? []);
  }

  /** The latest version under each id. */
  all<Kind extends ReferenceKind>(kind: Kind): readonly Version<ReferenceContents[Kind]>[] {
    const own = [...this.byId].filter(([place]) => place.startsWith(placeOf(kind, '')));
    return ofKind(own.map(([, versions]) => versions.at(-1)!));
  }

  /** The latest versions of those whose regions are one of the sets, each a `regionsKey`. */
  latestOf<Kind extends ReferenceKind>(
    kind: Kind,
    regionsKeys: readonly string[],
  ): readonly Version<ReferenceContents[Kind]>[] {
    const shelves = [...new Set(regionsKeys)].map((key) => this.byRegions.get(placeOf(kind, key)));
    return ofKind(shelves.flatMap((shelf) => [...(shelf?.values() ?? [])]));
  }

  private ofRegions(kind: ReferenceKind, regions: readonly string[]): Map<string, AnyVersion> {
    const place = placeOf(kind, regionsKey(regions));
    const known = this.byRegions.get(place) ?? new Map<string, AnyVersion>();
    this.byRegions.set(place, known);
    return known;
  }
}
