import type { Readable } from 'node:stream';
import { Problem } from '#libs/http';
import type { RawRow } from '../../use-cases/sign-up-batches.js';

/** A sign-up with every text at its longest is a quarter of this. */
export const ROW_BYTES_MAX = 65_536;

const LINE_FEED = 0x0a;
const utf8 = new TextDecoder('utf-8', { fatal: true });

const rowOf = (line: Buffer): RawRow => {
  try {
    return utf8.decode(line);
  } catch {
    return { flaw: 'unreadable' };
  }
};

const isBlank = (row: RawRow) => typeof row === 'string' && row.trim() === '';

/** Puts lines together again that come in pieces, and holds no more than one of them. */
class Lines {
  private pieces: Buffer[] = [];
  private bytes = 0;

  /** The rows that end within the piece. */
  *take(piece: Buffer): Generator<RawRow> {
    let from = 0;
    for (let end = piece.indexOf(LINE_FEED); end !== -1; end = piece.indexOf(LINE_FEED, from)) {
      this.add(piece.subarray(from, end));
      yield* this.finish();
      from = end + 1;
    }
    this.add(piece.subarray(from));
  }

  /** The line that is held; an empty one is no row. */
  *finish(): Generator<RawRow> {
    const isTooLong = this.bytes > ROW_BYTES_MAX;
    const row: RawRow = isTooLong ? { flaw: 'too-large' } : rowOf(Buffer.concat(this.pieces));
    [this.pieces, this.bytes] = [[], 0];
    if (!isBlank(row)) yield row;
  }

  private add(piece: Buffer): void {
    this.bytes += piece.length;
    if (this.bytes <= ROW_BYTES_MAX) this.pieces.push(piece);
    else this.pieces = [];
  }
}

/**
 * The bytes as they come. Who has read enough leaves the rest unread: a stream that is destroyed takes the answer to the
 * sender with it. One that breaks off is no fault of ours.
 */
async function* piecesOf(bytes: Readable): AsyncGenerator<Buffer> {
  const pieces = bytes.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>;
  try {
    yield* pieces;
  } catch {
    throw Problem.malformed([], 'unreadable');
  }
}

/** The rows of NDJSON: a line each. */
export async function* rowsOfNdjson(bytes: Readable): AsyncGenerator<RawRow> {
  const lines = new Lines();
  for await (const piece of piecesOf(bytes)) yield* lines.take(piece);
  yield* lines.finish();
}
