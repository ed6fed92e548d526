import { describe, expect, it } from '@jest/globals';
import { signUpsTopic } from '#libs/contracts';
import { BRANCH } from '../sample/informal.js';
import { signUpMessage } from '../sample/messages/sign-up-message.js';
import { Story } from '../sample/story.js';
import { timetableOf } from '../sample/timetable.js';
import { verifyBookkeeping } from './bookkeeping.js';
import { ResultReader } from './results/result-reader.js';
import { sendPlan, USUAL_LIMITS } from './sending/send-plan.js';
import { SimulatedPlan } from './simulated-plan.js';
import { moneyInOrder, signUpsInOrder } from './stream.js';
import { FakeSystem } from './testing/fake-system.js';

const MEMBERS = 600;
const plan = new SimulatedPlan({ members: MEMBERS, seed: 7 });
const timetable = timetableOf(plan);

const simulatedOn = async (system: FakeSystem, patienceMs: number): Promise<void> => {
  const kafka = system.client();
  const results = new ResultReader(plan.seed, () => false);
  await results.open(kafka);
  const limits = { ...USUAL_LIMITS, patienceMs, settlingMs: 0, takeUpMs: 100 };
  await sendPlan({ plan, timetable, kafka, results, ratePerSecond: null, without: null, limits });
};

const messages = (seed: number) => {
  const other = new SimulatedPlan({ members: MEMBERS, seed });
  return [...signUpsInOrder(other, timetableOf(other))].map(({ message }) => message);
};

const idsOf = (of: SimulatedPlan | Story) => {
  const times = timetableOf(of);
  const signUps = [...signUpsInOrder(of, times)].map(({ signUpId }) => signUpId);
  const money = [...moneyInOrder(of, times)].flatMap(({ payment }) => payment?.paymentId ?? []);
  return new Set([...signUps, ...money]);
};

const isStray = (key: string) => key.startsWith('8888899');

describe('simulated members', () => {
  it('are as many as were asked for, each with a NIK', () => {
    const niks = Array.from({ length: MEMBERS }, (_, person) => plan.who(person).nik);
    expect(new Set(niks).size).toBe(MEMBERS);
  });

  it('are the same for the same seed and others for another', () => {
    expect(messages(7)).toEqual(messages(7));
    expect(messages(7)).not.toEqual(messages(8));
  });

  it('do not live where the branch is, so that its figures and those of Solo stay what they are', () => {
    const residences = Array.from({ length: MEMBERS }, (_, person) => plan.residence(person));
    expect(residences.filter((code) => BRANCH.includes(code.slice(0, 5)))).toEqual([]);
  });

  it('share no id and no NIK with the story of the same seed', () => {
    const story = new Story({ seed: 7, scale: 0.05 });
    expect(idsOf(story).intersection(idsOf(plan)).size).toBe(0);
    expect(Array.from({ length: MEMBERS }, (_, person) => plan.who(person).nik.slice(0, 2))).not.toContain(
      '33',
    );
  });

  it('state the residence that the plan says', () =>
    expect(signUpMessage(plan, 3, 0).residence).toBe(plan.residence(3)));
});

describe('the bookkeeping of a simulation', () => {
  it('accounts for every input', async () => {
    const system = new FakeSystem();
    await simulatedOn(system, 2_000);
    const books = await verifyBookkeeping(system.client(), { plan, timetable }, 0);
    expect(books.inputs).toBe(timetable.signUps.length + timetable.payments);
    expect(books.balanced).toBe(true);
    expect(Math.min(books.accepted, books.refused, books.unmatched)).toBeGreaterThan(0);
  });

  it('sees that one is missing, unless it was parked', async () => {
    const system = new FakeSystem({
      swallows: ({ topic, key }) => topic !== signUpsTopic.name && isStray(key),
    });
    await expect(simulatedOn(system, 300)).rejects.toThrow('1 payments');
    const [unproven, proven] = [0, 1].map((parked) =>
      verifyBookkeeping(system.client(), { plan, timetable }, parked),
    );
    expect(await unproven).toMatchObject({ parked: 0, balanced: false });
    expect(await proven).toMatchObject({ parked: 1, balanced: true });
  });
});
