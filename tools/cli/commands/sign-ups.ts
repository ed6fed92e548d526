import { setTimeout as sleep } from 'node:timers/promises';
import { showProgress } from '../../simulator/progress.js';
import { localIssuer } from '../../stack/local-issuer.js';
import { CannotRun } from '../cannot-run.js';
import type { Answer, Asked, Command } from '../command.js';
import { stackIn } from '../stack-in.js';
import { fileAt, NoAnswer, SignUpFiles, type FileProgress } from './sign-up-files.js';

const USAGE = 'sign-ups import FILE [--channel CODE] [--results FILE]';
const LOOK_EVERY_MS = 500;
/** A service that was ended is started again within seconds; after this long somebody must look. */
const TRIES_MAX = 120;
const TRY_AGAIN_MS = 1_000;

/** The work, again and again while nobody answers. */
const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      if (tries === TRIES_MAX) throw new CannotRun(error.message);
      await sleep(TRY_AGAIN_MS);
    }
  }
};

/** Sends the file. What was broken off is sent again from the beginning: nothing of it was kept. */
const send = async (files: SignUpFiles, path: string): Promise<string> => {
  const { bytes } = fileAt(path);
  let sent = 0;
  const bar = showProgress(() => ({ done: sent, all: bytes, text: 'bytes sent' }));
  try {
    return await patiently(() => {
      sent = 0;
      return files.send(path, (more) => (sent += more));
    });
  } finally {
    bar.stop();
  }
};

const waitFor = async (files: SignUpFiles, batchId: string): Promise<FileProgress> => {
  let now = await patiently(() => files.progress(batchId));
  const bar = showProgress(() => ({
    done: now.rowsDone,
    all: now.rows,
    text: `rows, ${now.rowsPerSecond} a second`,
  }));
  while (now.status !== 'done') {
    await sleep(LOOK_EVERY_MS);
    now = await patiently(() => files.progress(batchId));
  }
  bar.stop();
  return now;
};

const filesOf = async (folder: string, channel: string | undefined): Promise<SignUpFiles> => {
  const { enrollment } = stackIn(folder).services;
  if (enrollment === undefined) throw new CannotRun('Enrollment does not run in this stack.');
  const role = channel === undefined ? 'officer' : 'channel';
  return new SignUpFiles(enrollment, await (await localIssuer(folder)).token({ role, channel }));
};

const importFile = async ({ folder, values, positionals: [, path] }: Asked): Promise<Answer> => {
  if (path === undefined) throw new CannotRun(`Say which file: ${USAGE}.`);
  fileAt(path);
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const files = await filesOf(folder, text(values['channel']));
  const progress = await waitFor(files, await send(files, path));
  const results = text(values['results']);
  if (results !== undefined) await patiently(() => files.results(progress.batchId, results));
  return { one: { ...progress } };
};

/** Signs up all rows of a file, as an officer of every region or as a channel, and says what became of them. */
export const signUps: Command = {
  usage: USAGE,
  summary: 'sign-ups from a file of up to 1,000,000 rows, .csv or .ndjson',
  options: { channel: { type: 'string' }, results: { type: 'string' } },
  run: async (asked) => {
    if (asked.positionals[0] !== 'import') throw new CannotRun(`Say what to do with sign-ups: ${USAGE}.`);
    return importFile(asked);
  },
};
