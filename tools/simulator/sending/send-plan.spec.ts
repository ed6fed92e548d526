import { describe, expect, it } from '@jest/globals';
import { signUpsTopic } from '#libs/contracts';
import { Story } from '../../sample/story.js';
import { timetableOf } from '../../sample/timetable.js';
import { expectedInputs, removablePayment } from '../expected.js';
import { paymentKey, ResultReader } from '../results/result-reader.js';
import { NoAnswer } from '../results/signal.js';
import { FakeSystem, type FakeOptions } from '../testing/fake-system.js';
import { sendPlan, type Sending } from './send-plan.js';

const LIMITS = { window: 20_000, patienceMs: 10_000, settlingMs: 0, takeUpMs: 100 };
const story = new Story({ seed: 7, scale: 0.01 });
const timetable = timetableOf(story);
const expected = expectedInputs(story);
const signUpsExpected = timetable.signUps.length;

const sendTo = async (system: FakeSystem, stated: Partial<Sending> = {}) => {
  const kafka = system.client();
  const results = new ResultReader(story.seed, () => false);
  await results.open(kafka);
  await sendPlan({
    plan: story,
    timetable,
    kafka,
    results,
    ratePerSecond: null,
    without: null,
    limits: LIMITS,
    ...stated,
  });
  return results;
};

const failing = (options: FakeOptions, stated: Partial<Sending> = {}) =>
  sendTo(new FakeSystem(options), stated);
const subjectsOf = ({ inputs }: FakeSystem) =>
  inputs.map(({ headers }) => `${headers['ce_type']} ${headers['ce_subject']}`);
const isSignUp = ({ topic }: { topic: string }) => topic === signUpsTopic.name;

const signUpsOf = ({ inputs }: FakeSystem) => inputs.filter(isSignUp);

/** The subjects of both sign-ups of one person who signs up twice. */
const bothSignUps = async (): Promise<readonly [first: string, second: string]> => {
  const system = new FakeSystem();
  await sendTo(system);
  const { nik } = story.who(story.cohorts.find(({ name }) => name === 'signed-up-twice')!.first);
  const subjects = signUpsOf(system)
    .filter(({ value }) => String(value).includes(nik))
    .map(({ headers }) => headers['ce_subject']!);
  return [subjects[0]!, subjects[1]!];
};

describe('sending a plan', () => {
  it('sends every input once and sees the answers that the story must lead to', async () => {
    const system = new FakeSystem();
    const { signUps, payments } = await sendTo(system);
    expect(new Set(subjectsOf(system)).size).toBe(timetable.signUps.length + timetable.money.length);
    expect(signUps.counts).toMatchObject({
      registered: expected.signUps.registered,
      'already-member': expected.signUps.alreadyMember,
      refused: expected.signUps.refused,
      unanswered: 0,
    });
    expect(payments.counts).toMatchObject({ ...expected.payments, unanswered: 0 });
  });

  it('sends nothing again when all was answered before, but for reversals, which get no answer', async () => {
    const system = new FakeSystem();
    await sendTo(system);
    const before = system.inputs.length;
    const { signUps, payments } = await sendTo(system);
    expect(system.inputs.length - before).toBe(expected.reversals);
    expect(signUps.counts.registered).toBe(expected.signUps.registered);
    expect(payments.counts.accepted).toBe(expected.payments.accepted);
  });

  it.each([1, 400, 1_500])(
    'goes on where it stopped when the broker was lost after %d inputs',
    async (breaksAfter) => {
      const system = new FakeSystem({ breaksAfter });
      await expect(sendTo(system)).rejects.toThrow('the broker is gone');
      system.options = {};
      const { signUps, payments } = await sendTo(system);
      expect(signUps.counts.registered).toBe(expected.signUps.registered);
      expect(payments.counts).toMatchObject({ ...expected.payments, unanswered: 0 });
    },
  );

  it('sends the same bytes again', async () => {
    const [first, second] = [new FakeSystem(), new FakeSystem()];
    await sendTo(first);
    await sendTo(second);
    expect(signUpsOf(first)).toEqual(signUpsOf(second));
  });

  it('never has more inputs of a kind under way than the window', async () => {
    const system = new FakeSystem();
    await sendTo(system, { limits: { ...LIMITS, window: 25 } });
    expect(system.mostUnanswered).toBeLessThanOrEqual(2 * 25);
  });

  it('holds back a sign-up that repeats another until that one is answered', async () => {
    const [first, second] = await bothSignUps();
    const system = new FakeSystem({ swallows: ({ headers }) => headers['ce_subject'] === first });
    const limits = { ...LIMITS, patienceMs: 200 };
    await expect(sendTo(system, { limits })).rejects.toThrow(NoAnswer);
    expect(signUpsOf(system).map(({ headers }) => headers['ce_subject'])).not.toContain(second);
  });

  it('gives up with a reason when an answer never comes', () =>
    expect(failing({ swallows: isSignUp }, { limits: { ...LIMITS, patienceMs: 100 } })).rejects.toThrow(
      /nothing came for 0.1 s while waiting for/,
    ));

  it('waits for money to be taken up that was unmatched at first', async () => {
    const { payments } = await sendTo(new FakeSystem({ hesitates: true }));
    expect(payments.counts).toMatchObject({ ...expected.payments, unanswered: 0 });
  });

  it('takes money back only when it was accepted', async () => {
    const system = new FakeSystem({ hesitates: true });
    await sendTo(system, { limits: { ...LIMITS, takeUpMs: 5_000 } });
    expect(expected.reversals).toBeGreaterThan(0);
    expect(system.takenBackEarly).toEqual([]);
  });

  it('waits longer as long as contribution still has to hear of memberships, and not without end', async () => {
    const limits = { ...LIMITS, takeUpMs: 50 };
    const hesitant = () => new FakeSystem({ hesitates: 1_000 });
    const patient = await sendTo(hesitant(), { limits, isBehind: async () => true });
    expect(patient.payments.counts).toMatchObject({ ...expected.payments, unanswered: 0 });
    const hasty = await sendTo(hesitant(), { limits, isBehind: async () => false });
    expect(hasty.payments.counts.unmatched).toBeGreaterThan(expected.payments.unmatched);
    const short = { ...limits, patienceMs: 200 };
    const tired = await sendTo(hesitant(), { limits: short, isBehind: async () => true });
    expect(tired.payments.counts.unmatched).toBeGreaterThan(expected.payments.unmatched);
  });

  it('lets a moment pass between a sign-up and its payment', async () => {
    const begunAt = performance.now();
    await sendTo(new FakeSystem(), { limits: { ...LIMITS, settlingMs: 1_500 } });
    expect(performance.now() - begunAt).toBeGreaterThan(1_500);
  });

  it('leaves out the payment that it is told to', async () => {
    const system = new FakeSystem();
    const named = removablePayment(story);
    await sendTo(system, { without: paymentKey(named) });
    expect(
      subjectsOf(system).filter((subject) => subject.endsWith(`${named.gateway}/${named.paymentId}`)),
    ).toEqual([]);
    expect(system.inputs.filter(isSignUp)).toHaveLength(signUpsExpected);
  });

  it('keeps to a rate', async () => {
    const begunAt = performance.now();
    const small = new Story({ seed: 7, scale: 0.005 });
    const times = timetableOf(small);
    await sendTo(new FakeSystem(), { plan: small, timetable: times, ratePerSecond: 2_000 });
    const seconds = (performance.now() - begunAt) / 1_000;
    expect(seconds).toBeGreaterThan(((times.signUps.length + times.money.length) / 2_000) * 0.9);
  });
});
