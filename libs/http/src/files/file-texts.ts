import { Problem } from '../problems/problem.js';
import type { Streamed } from '../requests/stream-body.js';

/** Two hundred thousand rows of more than a hundred characters; more come in several files. */
const FILE_BYTES_MAX = 33_554_432;

/** The text of a file as it comes. Throws a 400 for what is no UTF-8 or holds a NUL, a 413 for too much. */
export async function* textsOf({ bytes }: Streamed, seen: (chunk: Buffer) => void): AsyncGenerator<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  // a request that is not read to its end must live on until it is answered
  const chunks: AsyncIterable<Buffer> = bytes.iterator({ destroyOnReturn: false });
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > FILE_BYTES_MAX) throw Problem.tooLarge();
    if (chunk.includes(0)) throw Problem.malformed([], 'unreadable');
    seen(chunk);
    yield decoded(utf8, chunk);
  }
  yield decoded(utf8);
}

const decoded = (utf8: TextDecoder, chunk?: Buffer): string => {
  try {
    return chunk ? utf8.decode(chunk, { stream: true }) : utf8.decode();
  } catch {
    throw Problem.malformed([], 'unreadable');
  }
};
