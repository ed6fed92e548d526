import {
  paymentAccepted,
  paymentRefused,
  paymentResultsTopic,
  paymentUnmatched,
  signUpAccepted,
  signUpRefused,
  signUpResultsTopic,
  type PaymentRefused,
  type SignUpAccepted,
} from '#libs/contracts';
import type { IncomingMessage, KafkaClient } from '#libs/messaging';
import { storyUuid } from '../../sample/chance/chance.js';
import { Answers, type Answer } from './answers.js';
import { readTopics, type Reading } from './read-topics.js';
import { Signal } from './signal.js';

const PAYMENT_ANSWERS: Readonly<Record<string, Answer>> = {
  [paymentAccepted.type]: 'accepted',
  [paymentRefused.type]: 'refused',
  [paymentUnmatched.type]: 'unmatched',
};

/** Answers to payments bear the gateway, since another gateway may have given the same id. */
export const paymentKey = ({ gateway, paymentId }: { gateway: string; paymentId: string }): string =>
  `${gateway}/${paymentId}`;

const MILLISECONDS_HEX = 13;

/**
 * The number of a sign-up of this seed, read from its id; null for those of others. The id holds the instant and the
 * number, and its other bits follow from them.
 */
export const ordinalIn = (seed: number, signUpId: string): number | null => {
  const atMs = Number.parseInt(signUpId.slice(0, MILLISECONDS_HEX).replace('-', ''), 16);
  const ordinal = Number.parseInt(signUpId.slice(-8), 16);
  return storyUuid(seed, 'sign-up', ordinal, atMs) === signUpId ? ordinal : null;
};

/** Reads the results of sign-ups and payments, and learns from them how each membership is called. */
export class ResultReader {
  readonly signUps = new Answers();
  readonly payments = new Answers();
  readonly signal = new Signal();
  private readonly codes: string[] = [];
  private readonly answeredAtMs: number[] = [];
  private readonly memberships = new Map<number, string>();
  private reading: Reading | null = null;

  /** `keeps` tells of which sign-ups the membership's id is wanted later; it takes memory. */
  constructor(
    private readonly seed: number,
    private readonly keeps: (ordinal: number) => boolean,
  ) {}

  /** Begins to read; resolves when all that was answered before is known. */
  async open(kafka: KafkaClient): Promise<void> {
    this.reading = await readTopics(kafka, [signUpResultsTopic.name, paymentResultsTopic.name], {
      message: (topic, message) => this.take(topic, message),
      failed: (error) => this.signal.fail(error),
    });
    await this.reading.caughtUp;
    this.signUps.caughtUp();
    this.payments.caughtUp();
  }

  async close(): Promise<void> {
    await this.reading?.close();
  }

  /** The payment code of a sign-up's membership. Throws when its result has not come. */
  readonly codeOf = (ordinal: number): string => {
    const code = this.codes[ordinal];
    if (code === undefined) throw new Error(`no payment code is known for sign-up ${ordinal}`);
    return code;
  };

  knowsCode(ordinal: number): boolean {
    return this.codes[ordinal] !== undefined;
  }

  /** How long ago the last result of the sign-ups was read. */
  ageMs(ordinals: readonly number[]): number {
    const last = ordinals.reduce((latest, ordinal) => Math.max(latest, this.answeredAtMs[ordinal] ?? 0), 0);
    return performance.now() - last;
  }

  /** The membership of a sign-up whose id is kept. */
  membershipOf(ordinal: number): string | undefined {
    return this.memberships.get(ordinal);
  }

  private take(topic: string, { headers, value }: IncomingMessage): void {
    const type = headers['ce_type']?.toString() ?? '';
    const data: unknown = JSON.parse(String(value));
    if (topic === signUpResultsTopic.name) this.takeSignUp(type, data as SignUpAccepted);
    else this.takePayment(type, data as PaymentRefused);
    this.signal.changed();
  }

  private takeSignUp(type: string, result: SignUpAccepted): void {
    const ordinal = ordinalIn(this.seed, result.signUpId);
    if (ordinal === null) return;
    if (type === signUpRefused.type) return this.signUps.answered(result.signUpId, 'refused');
    if (type !== signUpAccepted.type) return;
    this.codes[ordinal] = result.paymentCode;
    this.answeredAtMs[ordinal] = performance.now();
    if (this.keeps(ordinal)) this.memberships.set(ordinal, result.membershipId);
    this.signUps.answered(result.signUpId, result.outcome);
  }

  private takePayment(type: string, result: PaymentRefused): void {
    const answer = PAYMENT_ANSWERS[type];
    if (answer !== undefined) this.payments.answered(paymentKey(result), answer);
  }
}
