import { setTimeout as sleep } from 'node:timers/promises';
import { contributionsTopic, membersTopic } from '#libs/contracts';
import type { OutgoingMessage } from '#libs/messaging';
import { factMessages, personsFor } from '../inputs/facts.js';
import { digestOfSteps, FIGURES_DIGEST, stepsOf } from '../inputs/fold.js';
import { preload } from '../inputs/preload.js';
import type { Digest } from '../report/results.js';
import { quantile } from '../report/statistics.js';
import { nowMs } from '../rig/machine-clock.js';
import { allTaken } from '../rig/positions.js';
import { onRig, type Rig, type Running } from '../rig/rig.js';
import { AskFigures } from './ask-figures.js';
import { Meter } from './cost.js';
import { counted, same } from './proofs.js';
import { isRolledUp } from './reporting-caught-up.js';
import type { Measurement } from './wish.js';

const EVENTS = 2_000_000;
/** What a release is judged by: as many as lie in the log of a large city after ten years. */
const JUDGED_BY = 10_000_000;
const ARRIVING_PER_SECOND = 500;
/** Enough to go on arriving for as long as the figures are rebuilt. */
const ARRIVING_SHARE = 0.1;
const BEFORE_SECONDS = 30;
const TICK_MS = 20;
const WITHIN_MS = 1_800_000;
const DATABASE = 'reporting';
const TOPICS = [membersTopic.name, contributionsTopic.name];
const DAY = '2025-01-31';
const QUESTIONS = [
  'region=ID',
  'region=ID&by=region',
  'region=ID&by=segment',
  'region=ID&knownOn=2025-01-20',
];

interface Rebuild {
  readonly id: string;
  readonly status: string;
  readonly trouble: string | null;
  readonly progress: { readonly read: number };
  readonly comparison: { readonly same: boolean } | null;
}

/** Messages about persons from this number on, which ends their ids. */
const behind = (known: number, messages: Iterable<OutgoingMessage>): readonly OutgoingMessage[] => {
  const found: OutgoingMessage[] = [];
  for (const message of messages)
    if (Number.parseInt(message.key.slice(-12), 16) >= known) found.push(message);
  return found;
};

/** Sends so many a second until told to send the rest at once. */
const arrive = async (
  rig: Rig,
  messages: readonly OutgoingMessage[],
  isOver: () => boolean,
): Promise<void> => {
  const producer = await rig.client.producer();
  const beganMs = nowMs();
  for (let sent = 0; sent < messages.length; await sleep(TICK_MS)) {
    const due = isOver() ? messages.length : Math.floor(((nowMs() - beganMs) / 1_000) * ARRIVING_PER_SECOND);
    if (due > sent) await producer.send(messages.slice(sent, due));
    sent = Math.max(sent, due);
  }
  await producer.close();
};

const askedAs = (rig: Rig, { url }: Running) => {
  const ask = async (method: 'GET' | 'POST', path: string): Promise<Rebuild> => {
    const token = await rig.issuer.token({ role: 'operator' });
    const answer = await fetch(`${url}/v1/rebuilds${path}`, {
      method,
      headers: { authorization: `Bearer ${token}` },
    });
    if (!answer.ok) throw new Error(`${method} rebuilds${path} was answered ${answer.status}`);
    return (await answer.json()) as Rebuild;
  };
  const becomes = async (id: string, status: string): Promise<Rebuild> => {
    for (const until = nowMs() + WITHIN_MS; nowMs() < until; await sleep(TICK_MS)) {
      const now = await ask('GET', `/${id}`);
      if (now.status === status) return now;
      if (now.status === 'failed') throw new Error(`the rebuild failed: ${now.trouble}`);
    }
    throw new Error(`the rebuild is not ${status} yet`);
  };
  return { ask, becomes };
};

/** A rebuild from its beginning until it is compared, and the switch. */
const rebuilt = async (rig: Rig, running: Running) => {
  const { ask, becomes } = askedAs(rig, running);
  const meter = new Meter(rig, 'reporting', running.pid);
  meter.begin();
  const fromMs = nowMs();
  const { id } = await ask('POST', '');
  const compared = await becomes(id, 'comparing');
  const loadedMs = nowMs();
  const ready = await becomes(id, 'ready');
  const untilMs = nowMs();
  const cost = meter.end(ready.progress.read);
  await ask('POST', `/${id}/switch`);
  await becomes(id, 'switched');
  const perSecond = (compared.progress.read * 1_000) / (loadedMs - fromMs);
  return { fromMs, untilMs, switchedMs: nowMs(), perSecond, cost, isSame: ready.comparison?.same === true };
};

const caughtUp = async (rig: Rig): Promise<void> => {
  await allTaken(rig, { database: DATABASE, topics: TOPICS, withinMs: WITHIN_MS });
  while (!(await isRolledUp(rig, DATABASE))) await sleep(TICK_MS);
};

const conditionsOf = (total: number, known: number): readonly string[] => [
  `${total} events about ${known} persons in 500 villages, while ${ARRIVING_PER_SECOND} events a second arrive and four questions are asked in turn, 20 a second in an open loop.`,
  'From the request until the log was read and folded; comparing, row by row, and the switch come behind. Ten million events are extrapolated by the speed.',
];

/** `before` and `meanwhile`: ms within which all but one in a hundred questions were answered. */
const figuresOf = (
  { perSecond, fromMs, untilMs, cost }: Awaited<ReturnType<typeof rebuilt>>,
  before: number,
  meanwhile: number,
) => ({
  'rebuild.ours': [perSecond],
  'rebuild.tenMillion': [JUDGED_BY / perSecond],
  'rebuild.whole': [(untilMs - fromMs) / 1_000],
  'rebuild.before': [before],
  'rebuild.p99': [meanwhile],
  'rebuild.ratio': [meanwhile / before],
  'rebuild.peak': [cost.peakMb],
});

const proofsOf = async (rig: Rig, isSame: boolean, steps: Digest) => {
  const { count, sum, hash } = await rig.databases.one<Digest & Record<string, unknown>>(
    DATABASE,
    FIGURES_DIGEST,
  );
  return [
    counted('rebuilt figures that were not the live ones', 0, isSame ? 0 : 1),
    same('the figures of every village, day and measure after the switch', steps, { count, sum, hash }),
  ];
};

/** How fast figures are made anew while facts arrive and figures are looked at, and what those who look notice of it. */
export const rebuildBesideTheLiveFigures: Measurement = ({ seed, events = EVENTS, seconds, say }) =>
  onRig(say, async (rig) => {
    const [known, all] = [personsFor(events), personsFor(events * (1 + ARRIVING_SHARE))];
    const total = await preload(rig.client, factMessages(seed, known));
    await rig.databases.create(DATABASE);
    const running = await rig.start('reporting', rig.databases.urlOf(DATABASE));
    await running.ready;
    await caughtUp(rig);
    say(`${total} facts about ${known} persons are in the live figures`);
    const arriving = behind(known, factMessages(seed, all));
    let isOver = false;
    const arrived = arrive(rig, arriving, () => isOver);
    const token = await rig.issuer.token({ role: 'analyst' });
    const asking = new AskFigures(
      QUESTIONS.map((asked) => `${running.url}/v1/coverage?${asked}&asOf=${DAY}`),
      token,
    );
    const beforeMs = nowMs();
    await sleep((seconds ?? BEFORE_SECONDS) * 1_000);
    const found = await rebuilt(rig, running);
    isOver = true;
    await arrived;
    await caughtUp(rig);
    await asking.stop();
    const before = quantile(0.99, asking.between(beforeMs, found.fromMs));
    const meanwhile = quantile(0.99, asking.between(found.fromMs, found.switchedMs));
    const proofs = await proofsOf(rig, found.isSame, digestOfSteps(stepsOf(seed, all)));
    await running.stop();
    return {
      name: 'rebuild',
      conditions: conditionsOf(total, known),
      figures: figuresOf(found, before, meanwhile),
      proofs,
      costs: [found.cost],
    };
  });
