import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Needles } from './forms.js';

/** A needle that lies where it must not. */
export interface Leak {
  readonly place: string;
  readonly what: string;
  readonly form: string;
}

const CHUNK_BYTES = 8 * 1_048_576;

export const leaksIn = (place: string, bytes: Buffer, needles: Needles): readonly Leak[] =>
  needles.in(bytes).map(({ what, form }) => ({ place, what, form }));

/** What lies in a file, also across the borders of what is read at once. Files come and go while a system runs. */
export const leaksInFile = async (file: string, needles: Needles): Promise<readonly Leak[]> => {
  const { longest } = needles;
  const leaks = new Map<string, Leak>();
  let tail = Buffer.alloc(0);
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES })) {
      const bytes = Buffer.concat([tail, chunk as Buffer]);
      for (const leak of leaksIn(file, bytes, needles)) leaks.set(`${leak.what} ${leak.form}`, leak);
      tail = Buffer.from(bytes.subarray(-longest));
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return [...leaks.values()];
};

/** The files below a folder, without those in folders of these names. */
export const filesBelow = async (folder: string, except: RegExp): Promise<readonly string[]> => {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !except.test(file));
};
