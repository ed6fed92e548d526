import { setTimeout as sleep } from 'node:timers/promises';
import type { KafkaClient } from '#libs/messaging';
import type { Plan } from '../../sample/plan.js';
import type { Timetable } from '../../sample/timetable.js';
import { paymentKey, type ResultReader } from '../results/result-reader.js';
import { NoAnswer, type Signal } from '../results/signal.js';
import { moneyInOrder, signUpsInOrder } from '../stream.js';
import { Outbox } from './outbox.js';
import { Pace } from './pace.js';

/** How far the sender goes ahead, and how long it waits. */
export interface Limits {
  /** Inputs under way without an answer, at most, of each kind: bounds the memory and how far the services lie behind. */
  readonly window: number;
  /** After so long without any result the system is taken to be stuck. */
  readonly patienceMs: number;
  /** Nobody pays in the moment after signing up: by then contribution knows the membership as well. */
  readonly settlingMs: number;
  /** So long without any result, and money that is unmatched still is taken to stay so. */
  readonly takeUpMs: number;
}

/** A service that died is back within a minute. */
export const USUAL_LIMITS: Limits = {
  window: 20_000,
  patienceMs: 180_000,
  settlingMs: 3_000,
  takeUpMs: 20_000,
};

export interface Sending {
  readonly plan: Plan;
  readonly timetable: Timetable;
  readonly kafka: KafkaClient;
  readonly results: ResultReader;
  /** Inputs a second, both kinds together; null: as fast as they are answered. */
  readonly ratePerSecond: number | null;
  /** A payment that is left out, `gateway/paymentId`. */
  readonly without: string | null;
  readonly limits: Limits;
  /** Whether contribution still has to hear of memberships, so that money may yet be taken up. */
  readonly isBehind?: () => Promise<boolean>;
}

/** Waits for a condition; resolves to whether it holds: false when nothing has come for so long. */
const holdsWithin = async (signal: Signal, holds: () => boolean, quietMs: number): Promise<boolean> => {
  try {
    await signal.until(holds, quietMs, () => 'unmatched money');
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
  }
  return holds();
};

/** Sends one kind of input, and waits where it has to. */
class Lane {
  private constructor(
    private readonly outbox: Outbox,
    private readonly results: ResultReader,
    private readonly pace: Pace,
    private readonly limits: Limits,
    readonly put: Outbox['put'],
  ) {}

  static async open({ kafka, results, limits }: Sending, pace: Pace): Promise<Lane> {
    const outbox = await Outbox.on(kafka);
    return new Lane(outbox, results, pace, limits, (message) => outbox.put(message));
  }

  /** Resolves when the condition holds; what is still in the outbox goes out first, it may be what is waited for. */
  async until(holds: () => boolean, what: string): Promise<void> {
    if (holds()) return;
    await this.outbox.flush();
    await this.results.signal.until(holds, this.limits.patienceMs, () => what);
  }

  /** Resolves when the results of the sign-ups have been out for a while. */
  async settled(ordinals: readonly number[]): Promise<void> {
    const remainingMs = this.limits.settlingMs - this.results.ageMs(ordinals);
    if (remainingMs <= 0) return;
    await this.outbox.flush();
    await sleep(remainingMs);
  }

  /** Resolves when the payment has been accepted, or was unmatched for so long that it is taken to stay so. */
  async takenUp(key: string): Promise<void> {
    const { payments } = this.results;
    if (!payments.isOpen(key)) return;
    await this.outbox.flush();
    await holdsWithin(this.results.signal, () => !payments.isOpen(key), this.limits.takeUpMs);
  }

  turn(): Promise<void> {
    return this.pace.next();
  }

  close(): Promise<void> {
    return this.outbox.flush();
  }
}

const sendSignUps = async (sending: Sending, pace: Pace): Promise<void> => {
  const { plan, timetable, results, limits } = sending;
  const { signUps } = results;
  const lane = await Lane.open(sending, pace);
  for (const { ordinal, signUpId, comesAfter, message } of signUpsInOrder(plan, timetable)) {
    if (signUps.isAnswered(signUpId)) continue;
    if (comesAfter !== null)
      await lane.until(() => results.knowsCode(comesAfter), `the sign-up that number ${ordinal} repeats`);
    await lane.until(() => signUps.counts.unanswered < limits.window, 'results of sign-ups');
    await lane.turn();
    signUps.sent(signUpId);
    await lane.put(message);
  }
  await lane.close();
};

const sendMoney = async (sending: Sending, pace: Pace): Promise<void> => {
  const { plan, timetable, results, without, limits } = sending;
  const { payments } = results;
  const lane = await Lane.open(sending, pace);
  for (const { payment, reverses, needs, message } of moneyInOrder(plan, timetable)) {
    const key = payment === null ? null : paymentKey(payment);
    if (key !== null && (key === without || payments.isAnswered(key))) continue;
    await lane.until(
      () => needs.every((ordinal) => results.knowsCode(ordinal)),
      'sign-ups that are paid for',
    );
    await lane.settled(needs);
    if (reverses !== null) await lane.takenUp(paymentKey(reverses));
    await lane.until(() => payments.counts.unanswered < limits.window, 'results of payments');
    await lane.turn();
    if (key !== null) payments.sent(key);
    await lane.put(message(results.codeOf));
  }
  await lane.close();
};

const isTakenUpWithin = ({ plan, results, limits }: Sending): Promise<boolean> => {
  const { payments, signal } = results;
  return holdsWithin(signal, () => payments.counts.unmatched <= plan.strays, limits.takeUpMs);
};

/**
 * Money that came before contribution knew its membership is taken up by itself, as soon as contribution hears of it.
 * What stays unmatched shows in the counts.
 */
const untilTakenUp = async (sending: Sending): Promise<void> => {
  const { patienceMs } = sending.limits;
  const begunAt = performance.now();
  while (!(await isTakenUpWithin(sending))) {
    const isWorthWaiting = performance.now() - begunAt < patienceMs && (await sending.isBehind?.());
    if (!isWorthWaiting) return;
  }
};

/**
 * Sends a plan in story order: sign-ups run ahead, a payment goes when the results of its sign-ups have come, a reversal
 * when its payment was accepted. What was answered before is not sent again; what is sent again has the same ids and
 * content. Resolves when all is answered.
 */
export const sendPlan = async (sending: Sending): Promise<void> => {
  const { signUps, payments, signal } = sending.results;
  const pace = new Pace(sending.ratePerSecond);
  await Promise.all([sendSignUps(sending, pace), sendMoney(sending, pace)]);
  await signal.until(
    () => signUps.counts.unanswered === 0 && payments.counts.unanswered === 0,
    sending.limits.patienceMs,
    () => `the results of ${signUps.counts.unanswered} sign-ups and ${payments.counts.unanswered} payments`,
  );
  await untilTakenUp(sending);
};
