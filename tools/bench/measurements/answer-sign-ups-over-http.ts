import { CHANNEL, signUpIdOf } from '../inputs/sign-ups.js';
import { answeredOtherwise, pace, press } from '../outside/caller.js';
import { digestOf } from '../outside/digester.js';
import { quantile } from '../report/statistics.js';
import { onRig, type Rig } from '../rig/rig.js';
import { Meter } from './cost.js';
import { counted, same } from './proofs.js';
import { inRounds, ratioOf } from './rounds.js';
import { CONNECTIONS, requestNaively, targetAt, WARM_SECONDS } from './request-naively.js';
import type { Measurement } from './wish.js';

const PACED_PER_SECOND = 2_500;
const SECONDS = 20;
/** Numbers of persons of one phase, more than any can take. */
const PEOPLE_PER_PHASE = 2_000_000;
const STORED = 'select sign_up_id as id from sign_up';

const round = async (rig: Rig, database: string, { seed, seconds }: { seed: number; seconds: number }) => {
  const enrollment = await rig.start('enrollment', await rig.databases.create(database));
  await enrollment.ready;
  await rig.quiet();
  const token = await rig.issuer.token({ role: 'channel', channel: CHANNEL.code });
  const target = targetAt(enrollment.url, seed, { authorization: `Bearer ${token}` });
  const pressing = { connections: CONNECTIONS, warmSeconds: WARM_SECONDS, seconds };
  const meter = new Meter(rig, 'enrollment', enrollment.pid);
  meter.begin();
  const pressed = await press(target, { ...pressing, first: 0 });
  const cost = meter.end(pressed.succeeded.length);
  const paced = await pace(target, { ...pressing, first: PEOPLE_PER_PHASE, perSecond: PACED_PER_SECOND });
  await enrollment.stop();
  const stored = await rig.databases.query<{ id: string }>(database, STORED);
  const created = [...pressed.succeeded, ...paced.succeeded];
  const proofs = [
    same(
      'sign-ups in the database',
      digestOf(created.map((number) => signUpIdOf(seed, number))),
      digestOf(stored.map(({ id }) => id)),
    ),
    counted('answers other than 201', 0, answeredOtherwise(pressed) + answeredOtherwise(paced)),
  ];
  return { pressed, paced, cost, proofs };
};

/** How many sign-ups a second enrollment answers over HTTP once they are durable, and how long an answer takes. */
export const answerSignUpsOverHttp: Measurement = ({ seed, rounds, seconds = SECONDS, say }) =>
  onRig(say, async (rig) => {
    const wish = { seed, seconds };
    const found = await inRounds(
      rounds,
      (number) => round(rig, `ours_${number}`, wish),
      (number) => requestNaively(rig, `naive_${number}`, wish),
    );
    const ours = found.ours.map(({ pressed }) => pressed.perSecond);
    const naive = found.naive.map(({ perSecond }) => perSecond);
    const ofPressed = (share: number) =>
      found.ours.map(({ pressed }) => quantile(share, pressed.latenciesMs));
    return {
      name: 'requests',
      conditions: [
        `${CONNECTIONS} connections that stay open, ${seconds} s after ${WARM_SECONDS} s of warming up; each request a person of its own. Answered with 201 once the sign-up is on the disk.`,
        `Closed loop for the rate and its quantiles; then ${PACED_PER_SECOND}/s in an open loop, measured from the intended instant. The naive way is Nest on Fastify, one transaction a request, without tokens, vault and rules.`,
      ],
      figures: {
        'requests.ours': ours,
        'requests.p50': ofPressed(0.5),
        'requests.p99': ofPressed(0.99),
        'requests.pacedP99': found.ours.map(({ paced }) => quantile(0.99, paced.latenciesMs)),
        'requests.naive': naive,
        'requests.ratio': [ratioOf(ours, naive)],
        'requests.peak': found.ours.map(({ cost }) => cost.peakMb),
      },
      proofs: [...found.ours, ...found.naive].flatMap(({ proofs }) => proofs),
      costs: [...found.ours, ...found.naive].map(({ cost }) => cost),
    };
  });
