import { copyFile, readdir, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';

const CHECK_MS = 10_000;
const LOG_BYTES_MAX = 50 * 1024 * 1024;

/** Sets every log above the limit aside as `.1` and empties it; the processes that append to it notice nothing. */
export const cutLogs = async (folder: string, bytesMax = LOG_BYTES_MAX): Promise<void> => {
  const logs = (await readdir(folder)).filter((name) => name.endsWith('.log'));
  for (const log of logs.map((name) => join(folder, name))) {
    if ((await stat(log)).size <= bytesMax) continue;
    await copyFile(log, `${log}.1`);
    await truncate(log);
  }
};

/** Keeps the logs of the folder small until it is disposed. */
export const limitLogs = (folder: string): Disposable => {
  const timer = setInterval(() => void cutLogs(folder).catch(() => undefined), CHECK_MS);
  return { [Symbol.dispose]: () => clearInterval(timer) };
};
