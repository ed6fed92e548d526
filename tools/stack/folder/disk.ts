import { statfs } from 'node:fs/promises';
import { CannotStart } from '../cannot-start.js';

const MEBIBYTE = 1024 * 1024;
export const NEEDED_MIB = 2_048;

/** The sentence for too little room, or null when there is enough. */
export const roomRefusal = (folder: string, freeMib: number): string | null =>
  freeMib >= NEEDED_MIB
    ? null
    : `Only ${freeMib} MiB are free for ${folder}, and ${NEEDED_MIB} MiB are needed. Make room, or choose another folder with --data.`;

/** What is free on the disk of the folder, MiB. */
export const roomIn = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return Math.floor((bavail * bsize) / MEBIBYTE);
};

/** Fails with a sentence when the disk of the folder is too full to begin. */
export const checkRoom = async (folder: string): Promise<void> => {
  const refusal = roomRefusal(folder, await roomIn(folder));
  if (refusal !== null) throw new CannotStart(refusal);
};
