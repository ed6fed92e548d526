import { createReadStream, createWriteStream, statSync } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { CannotRun } from '../cannot-run.js';
import { reasonOf } from '../reason-of.js';

const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  jsonl: 'application/x-ndjson',
};

/** How far a file of sign-ups is, as the service says. */
export interface FileProgress {
  readonly batchId: string;
  readonly status: string;
  readonly rows: number;
  readonly rowsDone: number;
  readonly registered: number;
  readonly alreadyMember: number;
  readonly refused: number;
  readonly malformed: number;
  readonly failed: number;
  readonly repeated: number;
  readonly rowsPerSecond: number;
}

/** The service has no answer at the moment, or the connection broke: the same may go well a little later. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Bytes of a file, counted as they are read. */
const counted = (file: string, read: (bytes: number) => void): ReadableStream => {
  const counting = new Transform({
    transform: (piece: Buffer, _encoding, done) => {
      read(piece.length);
      done(null, piece);
    },
  });
  return Readable.toWeb(
    createReadStream(file)
      .on('error', (error) => counting.destroy(error))
      .pipe(counting),
  );
};

/** A file on disk: its media type by its name, and its size in bytes. */
export const fileAt = (path: string): { readonly type: string; readonly bytes: number } => {
  const type = TYPES[path.split('.').at(-1)?.toLowerCase() ?? ''];
  if (type === undefined)
    throw new CannotRun('The name of the file must end in .csv, .ndjson or .jsonl: that says what it is.');
  try {
    return { type, bytes: statSync(path).size };
  } catch {
    throw new CannotRun(`The file ${path} cannot be read.`);
  }
};

/** Enrollment's door for files of sign-ups. */
export class SignUpFiles {
  constructor(
    private readonly address: string,
    private readonly token: string,
  ) {}

  /** Sends the file whole. Answers the id under which its rows are answered. */
  async send(path: string, read: (bytes: number) => void): Promise<string> {
    const answer = await this.ask('', {
      method: 'POST',
      headers: { 'content-type': fileAt(path).type },
      body: counted(path, read) as RequestInit['body'],
      duplex: 'half',
    });
    return ((await answer.json()) as { batchId: string }).batchId;
  }

  async progress(batchId: string): Promise<FileProgress> {
    return (await (await this.ask(`/${batchId}`)).json()) as FileProgress;
  }

  /** Writes what became of each row to a file. */
  async results(batchId: string, path: string): Promise<void> {
    const { body } = await this.ask(`/${batchId}/results`);
    await pipeline(Readable.fromWeb(body as ReadableStream), createWriteStream(path));
  }

  private async ask(path: string, request: RequestInit & { duplex?: 'half' } = {}): Promise<Response> {
    const headers = { ...(request.headers as object), authorization: `Bearer ${this.token}` };
    const answer = await fetch(`${this.address}/v1/sign-up-batches${path}`, { ...request, headers }).catch(
      () => {
        throw new NoAnswer(`enrollment does not answer at ${this.address}. What is wrong: cakupan doctor.`);
      },
    );
    if (answer.ok) return answer;
    if (answer.status >= 500) throw new NoAnswer(`enrollment: ${await reasonOf(answer)}`);
    throw new CannotRun(`enrollment: ${await reasonOf(answer)}`);
  }
}
