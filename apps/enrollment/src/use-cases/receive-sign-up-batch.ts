import type { NewBatch, RawRow, SignUpBatches } from './sign-up-batches.js';

/** Rows of one transaction: more in it gain little, and hold their locks longer. */
const PART_ROWS_MAX = 1_000;
/** Characters of one part: rows with long addresses make smaller parts, so that memory stays flat. */
const PART_CHARACTERS_MAX = 1_048_576;
/** More come in several files. */
export const FILE_ROWS_MAX = 1_000_000;

/** `too-large`: more rows than a file may have; nothing of it was kept. */
export type Received = { readonly rows: number } | 'too-large';

const sizeOf = (row: RawRow) => (typeof row === 'string' ? row.length : 0);

/** A file of sign-ups comes in: kept row by row as it streams, and never held whole. */
export class ReceiveSignUpBatch {
  constructor(
    private readonly batches: SignUpBatches,
    private readonly rowsMax: number = FILE_ROWS_MAX,
  ) {}

  /** Resolves when every row is kept. When the stream breaks off nothing is, and the stream's error is thrown. */
  async handle(batch: NewBatch, rows: AsyncIterable<RawRow>): Promise<Received> {
    await this.batches.begin(batch);
    try {
      const received = await this.keepAll(batch.batchId, rows);
      if (received === 'too-large') await this.batches.discard(batch.batchId);
      return received;
    } catch (error) {
      await this.batches.discard(batch.batchId).catch(() => undefined); // it is forgotten later
      throw error;
    }
  }

  private async keepAll(batchId: string, rows: AsyncIterable<RawRow>): Promise<Received> {
    let parts = 0;
    let kept = 0;
    let held: RawRow[] = [];
    let characters = 0;
    const keep = async () => {
      if (held.length === 0) return;
      await this.batches.keep(batchId, { part: parts, firstRow: kept + 1, rows: held });
      [parts, kept, held, characters] = [parts + 1, kept + held.length, [], 0];
    };
    for await (const row of rows) {
      if (kept + held.length === this.rowsMax) return 'too-large';
      held.push(row);
      characters += sizeOf(row);
      if (held.length === PART_ROWS_MAX || characters >= PART_CHARACTERS_MAX) await keep();
    }
    await keep();
    await this.batches.complete(batchId, { parts, rows: kept });
    return { rows: kept };
  }
}
