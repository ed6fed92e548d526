import { readFileSync } from 'node:fs';
import { askReporting } from '../ask-reporting.js';
import { CannotRun } from '../cannot-run.js';
import type { Answer, Asked, Command } from '../command.js';

const USAGE = 'outlines import FILE';
/** A file of sixteen megabytes takes some seconds, on a machine that has much else to do some more. */
const ANSWER_MS = 120_000;

const contentOf = (path: string): Buffer<ArrayBuffer> => {
  try {
    return readFileSync(path);
  } catch {
    throw new CannotRun(`The file ${path} cannot be read.`);
  }
};

const importFile = async ({ folder, positionals: [, path] }: Asked): Promise<Answer> => {
  if (path === undefined) throw new CannotRun(`Say which file: ${USAGE}.`);
  const body = contentOf(path);
  const kept = await askReporting<Record<string, unknown>>(folder, {
    method: 'PUT',
    path: 'region-outlines',
    role: 'operator',
    body,
    answerMs: ANSWER_MS,
  });
  return { one: kept };
};

/** Keeps the outlines of a map, as an operator of every region, and says which it did not keep. */
export const outlines: Command = {
  usage: USAGE,
  summary: 'outlines of regions for maps, GeoJSON or TopoJSON up to 16 MiB',
  options: {},
  run: async (asked) => {
    if (asked.positionals[0] !== 'import') throw new CannotRun(`Say what to do with outlines: ${USAGE}.`);
    return importFile(asked);
  },
};
