import { contributionsTopic, membersTopic } from '#libs/contracts';
import { digestOfSteps, personsOn, type Steps } from '../inputs/fold.js';
import type { Digest, Proof } from '../report/results.js';
import type { Rig, Running } from '../rig/rig.js';
import { catchUp, type CaughtUp } from './catch-up.js';
import { counted, same } from './proofs.js';

const TOPICS = [membersTopic.name, contributionsTopic.name];
const DAY = '2025-01-31';
const ROLLED_UP = `
  select not exists (select from step_batch) and not exists (select from funnel_batch) as "isRolledUp"`;

/** Whether all that was read is in the cells. */
export const isRolledUp = async (rig: Rig, database: string): Promise<boolean> =>
  (await rig.databases.one<{ isRolledUp: boolean }>(database, ROLLED_UP)).isRolledUp;

/** What the figures must be, and the statement that finds the same digest in the read model. */
export interface Expected {
  readonly steps: Steps;
  readonly digestSql: string;
  readonly of: string;
  /** The catch-up is given up after so long. */
  readonly withinMs?: number | undefined;
}

/** What reporting answers over HTTP, beside what the lives make. */
const answered = async (rig: Rig, { url }: Running, steps: Steps): Promise<Proof> => {
  const token = await rig.issuer.token({ role: 'analyst' });
  const answer = await fetch(`${url}/v1/coverage?region=ID&asOf=${DAY}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { rows } = (await answer.json()) as { rows: readonly { persons: number }[] };
  return counted(`the answer for ${DAY}`, personsOn(steps, 'active', 'ID', DAY), rows[0]?.persons ?? -1);
};

/** Lets reporting catch up with what lies on its topics, on a database of its own, and proves what came out. */
export const reportingCaughtUp = async (
  rig: Rig,
  database: string,
  { steps, digestSql, of, withinMs }: Expected,
): Promise<CaughtUp & { readonly proofs: readonly Proof[] }> => {
  await rig.databases.create(database);
  const proofs: Proof[] = [];
  const caughtUp = await catchUp(rig, {
    service: 'reporting',
    database,
    topics: TOPICS,
    withinMs,
    isSettled: () => isRolledUp(rig, database),
    ask: async (running) => {
      proofs.push(await answered(rig, running, steps));
    },
  });
  const found = await rig.databases.one<Digest & Record<string, unknown>>(database, digestSql);
  const { count, sum, hash } = found;
  proofs.push(same(`the figures of ${of}, day and measure`, digestOfSteps(steps), { count, sum, hash }));
  return { ...caughtUp, proofs };
};
