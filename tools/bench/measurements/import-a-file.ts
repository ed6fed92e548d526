import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { CHANNEL, signUpIdOf, signUpOf } from '../inputs/sign-ups.js';
import { digestOf } from '../outside/digester.js';
import { nowMs } from '../rig/machine-clock.js';
import { onRig, type Rig } from '../rig/rig.js';
import { Meter } from './cost.js';
import { counted, same } from './proofs.js';
import { requestNaively } from './request-naively.js';
import { inRounds, ratioOf } from './rounds.js';
import type { Measurement } from './wish.js';

const ROWS = 250_000;
const NAIVE_SECONDS = 20;
const LOOK_MS = 100;
const STORED = 'select sign_up_id as id from sign_up';
const PEOPLE = `
  select (select count(*) from person)::integer as persons, (select count(*) from membership)::integer as memberships`;

interface Progress {
  readonly status: string;
  readonly registered: number;
}

function* idsOf(seed: number, rows: number): Generator<string> {
  for (let number = 0; number < rows; number += 1) yield signUpIdOf(seed, number);
}

/** Writes the file, row by row. */
const writeFile = async (path: string, seed: number, rows: number): Promise<void> => {
  const out = createWriteStream(path);
  for (let number = 0; number < rows; number += 1)
    if (!out.write(`${JSON.stringify(signUpOf(seed, number))}\n`)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
};

const send = async (url: string, token: string, path: string): Promise<string> => {
  const answer = await fetch(`${url}/v1/sign-up-batches`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
    body: Readable.toWeb(createReadStream(path)) as ReadableStream,
    duplex: 'half',
  } as RequestInit);
  const text = await answer.text();
  if (answer.status !== 202) throw new Error(`the file was answered ${answer.status}: ${text}`);
  return (JSON.parse(text) as { batchId: string }).batchId;
};

const untilDone = async (url: string, token: string, batchId: string): Promise<Progress> => {
  for (;;) {
    const answer = await fetch(`${url}/v1/sign-up-batches/${batchId}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const progress = (await answer.json()) as Progress;
    if (progress.status === 'done') return progress;
    await sleep(LOOK_MS);
  }
};

interface Given {
  readonly seed: number;
  readonly rows: number;
  readonly path: string;
}

const round = async (rig: Rig, database: string, { seed, rows, path }: Given) => {
  const enrollment = await rig.start('enrollment', await rig.databases.create(database));
  await enrollment.ready;
  await rig.quiet();
  const token = await rig.issuer.token({ role: 'channel', channel: CHANNEL.code });
  const meter = new Meter(rig, 'enrollment', enrollment.pid);
  meter.begin();
  const beganMs = nowMs();
  const batchId = await send(enrollment.url, token, path);
  const receivedMs = nowMs();
  const { registered } = await untilDone(enrollment.url, token, batchId);
  const doneMs = nowMs();
  const cost = meter.end(rows);
  await enrollment.stop();
  const stored = await rig.databases.query<{ id: string }>(database, STORED);
  const people = await rig.databases.one<{ persons: number; memberships: number }>(database, PEOPLE);
  const proofs = [
    same(
      'sign-ups of the file in the database',
      digestOf(idsOf(seed, rows)),
      digestOf(stored.map(({ id }) => id)),
    ),
    counted('rows answered as registered', rows, registered),
    counted('persons', rows, people.persons),
    counted('memberships', rows, people.memberships),
  ];
  const perSecond = (fromMs: number, untilMs: number) => (rows * 1_000) / (untilMs - fromMs);
  return { received: perSecond(beganMs, receivedMs), whole: perSecond(beganMs, doneMs), cost, proofs };
};

/** How many rows a second of a file enrollment takes in and answers, and what memory it needs meanwhile. */
export const importAFile: Measurement = ({
  seed,
  rounds,
  events: rows = ROWS,
  seconds = NAIVE_SECONDS,
  say,
}) =>
  onRig(say, async (rig) => {
    const path = join(rig.folder, 'sign-ups.ndjson');
    await writeFile(path, seed, rows);
    say(`${rows} rows lie in the file`);
    const found = await inRounds(
      rounds,
      (number) => round(rig, `ours_${number}`, { seed, rows, path }),
      (number) => requestNaively(rig, `naive_${number}`, { seed, seconds }),
    );
    const ours = found.ours.map(({ whole }) => whole);
    const naive = found.naive.map(({ perSecond }) => perSecond);
    return {
      name: 'bulk',
      conditions: [
        `One NDJSON file of ${rows} rows, each a person of its own, sent over HTTP; from the first byte until the last row has its result, with the vault, all rules and three events for each row.`,
        'The naive way is a request and a transaction for each row, 64 at a time, on Nest with Fastify, without tokens, vault and rules.',
      ],
      figures: {
        'bulk.ours': ours,
        'bulk.received': found.ours.map(({ received }) => received),
        'bulk.naive': naive,
        'bulk.ratio': [ratioOf(ours, naive)],
        'bulk.peak': found.ours.map(({ cost }) => cost.peakMb),
      },
      proofs: [...found.ours, ...found.naive].flatMap(({ proofs }) => proofs),
      costs: [...found.ours, ...found.naive].map(({ cost }) => cost),
    };
  });
