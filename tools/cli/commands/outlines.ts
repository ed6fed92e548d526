import { readFileSync } from 'node:fs';
import { localIssuer } from '../../stack/local-issuer.js';
import { CannotRun } from '../cannot-run.js';
import type { Answer, Asked, Command } from '../command.js';
import { reasonOf } from '../reason-of.js';
import { stackIn } from '../stack-in.js';

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
  const address = stackIn(folder).services['reporting'];
  if (address === undefined) throw new CannotRun('Reporting does not run in this stack.');
  const token = await (await localIssuer(folder)).token({ role: 'operator' });
  const answer = await fetch(`${address}/v1/region-outlines`, {
    method: 'PUT',
    signal: AbortSignal.timeout(ANSWER_MS),
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body,
  }).catch(() => {
    throw new CannotRun(`reporting does not answer at ${address}. What is wrong: cakupan doctor.`);
  });
  if (!answer.ok) throw new CannotRun(`reporting: ${await reasonOf(answer)}`);
  return { one: (await answer.json()) as Record<string, unknown> };
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
