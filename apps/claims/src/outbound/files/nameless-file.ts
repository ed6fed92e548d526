import { randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KeptFile } from '../../use-cases/files.js';
import { MeasuredBytes } from './measured-bytes.js';

const CHUNK_BYTES = 65_536;

/** Bytes that wait on the disk under no name: nobody else can open them, and they are gone with the process. */
export class NamelessFile {
  private constructor(
    private readonly handle: FileHandle,
    readonly kept: KeptFile,
  ) {}

  /** Takes the bytes in, to the last; where they end in an error, nothing stays and it is thrown on. */
  static async of(bytes: AsyncIterable<Uint8Array>): Promise<NamelessFile> {
    const path = join(tmpdir(), `cakupan-${randomUUID()}`);
    const handle = await open(path, 'wx+', 0o600);
    const measured = new MeasuredBytes(bytes);
    try {
      await unlink(path);
      await handle.writeFile(measured);
    } catch (error) {
      await handle.close();
      throw error;
    }
    return new NamelessFile(handle, measured.kept());
  }

  /** The bytes from the first on. A stream would hold the file open until somebody has read it. */
  async *content(): AsyncGenerator<Uint8Array> {
    for (let position = 0; position < this.kept.size;) {
      const { buffer, bytesRead } = await this.handle.read({ buffer: Buffer.alloc(CHUNK_BYTES), position });
      if (bytesRead === 0) return;
      position += bytesRead;
      yield buffer.subarray(0, bytesRead);
    }
  }

  async close(): Promise<void> {
    await this.handle.close();
  }
}
