import { createHash } from 'node:crypto';
import type { KeptFile } from '../../use-cases/files.js';

/** Bytes as they pass by, of which it is known at the end how many they were, and their hash. */
export class MeasuredBytes implements AsyncIterable<Uint8Array> {
  private readonly hash = createHash('sha256');
  private size = 0;

  constructor(private readonly bytes: AsyncIterable<Uint8Array>) {}

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    for await (const chunk of this.bytes) {
      this.hash.update(chunk);
      this.size += chunk.length;
      yield chunk;
    }
  }

  /** What passed; asked once, behind the last byte. */
  kept(): KeptFile {
    return { sha256: this.hash.digest('hex'), size: this.size };
  }
}
