import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Files, type KeptFile } from '../../use-cases/files.js';
import { MeasuredBytes } from './measured-bytes.js';

/** The last digits of an id are chance: so many folders share the files evenly. */
const SHARD_DIGITS = 2;

const isAbsence = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Files in a folder, which all replicas of the service share. */
export class FolderFiles extends Files {
  constructor(private readonly folder: string) {
    super();
  }

  override async keep(fileId: string, bytes: AsyncIterable<Uint8Array>): Promise<KeptFile> {
    const path = this.pathOf(fileId);
    const partial = `${path}.partial`;
    const measured = new MeasuredBytes(bytes);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    try {
      const file = await open(partial, 'w', 0o600); // a stream that is given up might make it only after it was removed
      await pipeline(measured, file.createWriteStream({ flush: true }));
      await rename(partial, path);
    } catch (error) {
      await rm(partial, { force: true });
      throw error;
    }
    return measured.kept();
  }

  override async open(fileId: string): Promise<AsyncIterable<Uint8Array> | null> {
    try {
      return (await open(this.pathOf(fileId))).createReadStream();
    } catch (error) {
      if (isAbsence(error)) return null;
      throw error;
    }
  }

  override async remove(fileId: string): Promise<void> {
    await rm(this.pathOf(fileId), { force: true });
  }

  private pathOf(fileId: string): string {
    return join(this.folder, fileId.slice(-SHARD_DIGITS), fileId);
  }
}
