import type { Database } from '#libs/persistence';
import { ReferenceBook, type PlacedReference } from '../../../domain/references/reference-book.js';
import type { ReferenceKind } from '../../../domain/references/references.js';
import { References } from '../../../use-cases/references.js';
import { keptOf, REFERENCE_COLUMNS, type ReferenceRow } from './reference-rows.js';

/** How long what was read is taken for current; other replicas may have recorded something meanwhile. */
const CURRENT_MS = 1_000;

/** Positions become visible in their order, so nothing is missed behind the last one seen. */
const NEWER = `select ${REFERENCE_COLUMNS}, position from reference where position > $1 order by position`;

type PlacedRow = ReferenceRow & { readonly position: string };

const placed = ({ position, ...row }: PlacedRow): PlacedReference => ({
  ...keptOf(row),
  position: Number(position),
});

/** The references in memory, since every figure needs them; only what is new is read again. */
export class RememberedReferences extends References {
  private readonly book = new ReferenceBook();
  private position = 0;
  /** Up to where it was told that there are more. */
  private toldThrough = 0;
  private reading: Promise<void> | null = null;
  private readAtMs = Number.NEGATIVE_INFINITY;
  /** Grows when what was being read may lack what was recorded meanwhile. */
  private generation = 0;

  constructor(private readonly database: Database) {
    super();
  }

  override async find<Kind extends ReferenceKind>(kind: Kind, id: string) {
    await this.beCurrent();
    return this.book.versions(kind, id).at(-1) ?? null;
  }

  override async all<Kind extends ReferenceKind>(kind: Kind) {
    await this.beCurrent();
    return this.book.all(kind);
  }

  override async latestOf<Kind extends ReferenceKind>(kind: Kind, regionsKeys: readonly string[]) {
    await this.beCurrent();
    return this.book.latestOf(kind, regionsKeys);
  }

  override async versionsOf<Kind extends ReferenceKind>(kind: Kind, id: string) {
    await this.beCurrent();
    return this.book.versions(kind, id);
  }

  override async haveGrown(): Promise<boolean> {
    await this.readOn();
    const isNew = this.position > this.toldThrough;
    this.toldThrough = this.position;
    return isNew;
  }

  /** What is remembered is out of date: the next question reads again, also while another one is reading. */
  forget(): void {
    this.generation += 1;
    this.reading = null;
    this.readAtMs = Number.NEGATIVE_INFINITY;
  }

  private async beCurrent(): Promise<void> {
    if (performance.now() - this.readAtMs >= CURRENT_MS) await this.readOn();
  }

  private async readOn(): Promise<void> {
    this.reading ??= this.read(this.generation);
    await this.reading;
  }

  private async read(generation: number): Promise<void> {
    const beganAtMs = performance.now();
    try {
      const rows = await this.database.query<PlacedRow>(NEWER, [this.position]);
      for (const row of rows) this.enter(placed(row));
      if (generation === this.generation) this.readAtMs = beganAtMs;
    } finally {
      if (generation === this.generation) this.reading = null;
    }
  }

  private enter(reference: PlacedReference): void {
    this.book.enter(reference);
    this.position = Math.max(this.position, reference.position);
  }
}
