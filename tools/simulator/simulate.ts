import { connectKafka } from '#libs/messaging';
import { paymentsTopic, signUpsTopic } from '#libs/contracts';
import { timetableOf } from '../sample/timetable.js';
import { verifyBookkeeping, type Bookkeeping } from './bookkeeping.js';
import { showProgress } from './progress.js';
import { ResultReader } from './results/result-reader.js';
import { NoAnswer } from './results/signal.js';
import { sendPlan, USUAL_LIMITS } from './sending/send-plan.js';
import { SimulatedPlan } from './simulated-plan.js';

export interface Simulation {
  readonly brokers: readonly string[];
  readonly members: number;
  readonly seed: number;
  /** Inputs a second; null: as fast as they are answered. */
  readonly rate: number | null;
  /** How many messages of the topics are set aside now. */
  readonly countParked: (topics: readonly string[]) => Promise<number>;
  /** Whether contribution still has to hear of memberships. */
  readonly isBehind: () => Promise<boolean>;
}

export interface SimulationSummary extends Bookkeeping {
  readonly members: number;
  /** Payments that were taken back; they get no result. */
  readonly reversals: number;
  readonly elapsedSeconds: number;
}

const INBOUND = [signUpsTopic.name, paymentsTopic.name];

const sendWithProgress = async (sending: Parameters<typeof sendPlan>[0]): Promise<void> => {
  const { timetable, results } = sending;
  const all = timetable.signUps.length + timetable.payments;
  const progress = showProgress(() => {
    const { signUps, payments } = results;
    const done = signUps.inputs - signUps.counts.unanswered + payments.inputs - payments.counts.unanswered;
    return { done, all, text: 'inputs answered' };
  });
  try {
    await sendPlan(sending);
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error; // what has no answer shows in the summary
  } finally {
    progress.stop();
  }
};

/**
 * Sends sign-ups and payments of so many invented members to the running system, each person's payments once the
 * sign-up's result has come, and proves afterwards that every input was accepted, refused, unmatched or parked.
 */
export const simulate = async (simulation: Simulation): Promise<SimulationSummary> => {
  const { brokers, members, seed, rate, countParked, isBehind } = simulation;
  const begunAt = performance.now();
  const plan = new SimulatedPlan({ members, seed });
  const timetable = timetableOf(plan);
  const kafka = connectKafka({ brokers, clientId: 'cakupan-simulate' });
  const results = new ResultReader(plan.seed, () => false);
  try {
    const parkedBefore = await countParked(INBOUND);
    await results.open(kafka);
    await sendWithProgress({
      plan,
      timetable,
      kafka,
      results,
      ratePerSecond: rate,
      without: null,
      limits: USUAL_LIMITS,
      isBehind,
    });
    const elapsedSeconds = Math.round((performance.now() - begunAt) / 100) / 10;
    const parked = (await countParked(INBOUND)) - parkedBefore;
    const bookkeeping = await verifyBookkeeping(kafka, { plan, timetable }, parked);
    const reversals = timetable.money.length - timetable.payments;
    return { members, ...bookkeeping, reversals, elapsedSeconds };
  } finally {
    await kafka.close();
  }
};
