import { deepStrictEqual } from 'node:assert';
import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { leaveEvidence } from './kit/evidence.js';
import { rowsIn } from './kit/known/rows-in.js';
import { expectedOf, writeRows } from './kit/rows/rows.js';
import { MemoryWatch } from './kit/rows/memory.js';
import { System } from './kit/system.js';

const TYPE = 'application/x-ndjson';
const POLL_MS = 500;
/** In the middle of the file, twice; the service is started again by whoever keeps it. */
const KILLED_AT = [1 / 3, 2 / 3];
const MEMORY_MAX_MIB = 450;

const options = { rows: { type: 'string', default: '1000000' } } as const;
const rows = Number(parseArgs({ options }).values.rows);
const say = (line: string) => console.log(line);
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const seconds = (sinceMs: number) => Math.round((performance.now() - sinceMs) / 100) / 10;

interface Progress {
  readonly status: string;
  readonly rowsDone: number;
  readonly rowsPerSecond: number;
}

const addressOf = (system: System) => `${system.stack.services.enrollment!}/v1/sign-up-batches`;
const headersOf = async (system: System) => ({ authorization: `Bearer ${await system.token('officer')}` });

const send = async (system: System, file: string): Promise<string> => {
  const answer = await fetch(addressOf(system), {
    method: 'POST',
    headers: { ...(await headersOf(system)), 'content-type': TYPE },
    body: Readable.toWeb(createReadStream(file)) as ReadableStream,
    duplex: 'half',
  } as RequestInit);
  const body = (await answer.json()) as { batchId: string };
  if (answer.status !== 202) throw new Error(`${answer.status}: ${JSON.stringify(body)}`);
  return body.batchId;
};

/** How far the file is; `null` while the service is away. */
const progressOf = async (system: System, batchId: string): Promise<Progress | null> => {
  try {
    const answer = await fetch(`${addressOf(system)}/${batchId}`, { headers: await headersOf(system) });
    return answer.ok ? ((await answer.json()) as Progress) : null;
  } catch {
    return null;
  }
};

/** Waits until the file is done, and kills the service on its way where it is told to. */
const untilDone = async (system: System, batchId: string, killedAt: readonly number[]): Promise<Progress> => {
  const kills = killedAt.map((part) => part * rows);
  for (;;) {
    const progress = await progressOf(system, batchId);
    if (progress?.status === 'done') return progress;
    if (progress !== null && kills.length > 0 && progress.rowsDone >= kills[0]!) {
      say(`killed at ${progress.rowsDone} rows`);
      kills.shift();
      process.kill(system.stack.pids['enrollment']!, 'SIGKILL');
    }
    await sleep(POLL_MS);
  }
};

/** The results are one for each row, in order. */
const countResults = async (system: System, batchId: string): Promise<number> => {
  const answer = await fetch(`${addressOf(system)}/${batchId}/results`, { headers: await headersOf(system) });
  let last = 0;
  for await (const line of createInterface({ input: Readable.fromWeb(answer.body as never) })) {
    const { row } = JSON.parse(line) as { row: number };
    if (row !== last + 1) throw new Error(`the result of row ${row} follows that of row ${last}`);
    last = row;
  }
  return last;
};

const STORED = `
  select (select count(*)::integer from membership) as memberships, (select count(*)::integer from person) as persons,
         (select count(*)::integer from event where topic = 'enrollment.members.v1') as events`;

const checkStored = async (system: System): Promise<void> => {
  const { memberships } = expectedOf(rows);
  const [stored] = await rowsIn(system, 'enrollment', STORED);
  deepStrictEqual(
    { ...stored },
    { service: 'enrollment', memberships, persons: memberships, events: memberships },
  );
};

const tallyOf = async (system: System, batchId: string) => {
  const { registered, alreadyMember, refused, malformed, failed, repeated } = (await progressOf(
    system,
    batchId,
  )) as unknown as Record<string, number>;
  return { registered, alreadyMember, refused, malformed, failed, repeated };
};

/**
 * `npm run test:long -- million [--rows N]`: a file of sign-ups is imported by a running system whose enrollment is
 * killed twice in the middle; each row must be answered once. Then the same file comes again, and must change nothing.
 */
const main = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'cakupan-rows-'));
  const file = join(folder, 'sign-ups.ndjson');
  const bytes = await writeRows(file, rows);
  say(`${rows} rows, ${Math.round(bytes / 2 ** 20)} MiB`);
  const system = await System.start(['--empty']);
  const memory = new MemoryWatch(() => system.stack.pids['enrollment'] ?? 0);
  try {
    const begunAt = performance.now();
    const batchId = await send(system, file);
    const receiving = { seconds: seconds(begunAt), mostMib: memory.mark() };
    say(`received in ${receiving.seconds} s, ${receiving.mostMib} MiB at the most`);
    const killedAt = performance.now();
    const done = await untilDone(system, batchId, KILLED_AT);
    const working = { seconds: seconds(killedAt), mostMib: memory.mark() };
    say(`answered in ${working.seconds} s, ${working.mostMib} MiB at the most`);
    const { memberships: _, ...expected } = expectedOf(rows);
    deepStrictEqual(await tallyOf(system, batchId), { ...expected, failed: 0 });
    deepStrictEqual(await countResults(system, batchId), rows);
    await checkStored(system);
    const again = await send(system, file);
    await untilDone(system, again, []);
    deepStrictEqual((await tallyOf(system, again)).repeated, rows - expected.malformed);
    await checkStored(system);
    const repeating = { mostMib: memory.mark() };
    say(`the same again changed nothing, ${repeating.mostMib} MiB at the most`);
    const mostMib = Math.max(receiving.mostMib, working.mostMib, repeating.mostMib);
    const figures = { rows, bytes, kills: KILLED_AT.length, receiving, working, repeating, mostMib };
    leaveEvidence('million', 0, { ...figures, rowsPerSecond: done.rowsPerSecond, ...expected });
    if (mostMib > MEMORY_MAX_MIB) {
      say(`more than ${MEMORY_MAX_MIB} MiB`);
      process.exitCode = 1;
    }
  } finally {
    memory.stop();
    await system.remove();
    await rm(folder, { recursive: true, force: true });
  }
};

await main();
