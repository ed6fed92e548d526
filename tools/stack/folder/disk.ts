import { statfs } from 'node:fs/promises';
import { CannotStart } from '../cannot-start.js';

const MEBIBYTE = 1024 * 1024;
/** To begin with. */
export const NEEDED_MIB = 2_048;
/** To start a server again over what it has written. */
export const NEEDED_AGAIN_MIB = 256;

/** The sentence for too little room, or null when there is enough. */
export const roomRefusal = (folder: string, freeMib: number, neededMib: number): string | null =>
  freeMib >= neededMib
    ? null
    : `Only ${freeMib} MiB are free for ${folder}, and ${neededMib} MiB are needed. Make room, or choose another folder with --data.`;

/** What is free on the disk of the folder, MiB. */
export const roomIn = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return Math.floor((bavail * bsize) / MEBIBYTE);
};

/** Fails with a sentence when less is free on the disk of the folder. */
export const checkRoom = async (folder: string, neededMib: number): Promise<void> => {
  const refusal = roomRefusal(folder, await roomIn(folder), neededMib);
  if (refusal !== null) throw new CannotStart(refusal);
};
