import {
  paymentAccepted,
  paymentRefused,
  paymentReversed,
  paymentUnmatched,
  signUpAccepted,
  signUpRefused,
  signUpsTopic,
  type EventContract,
  type PaymentReversed,
  type PaymentSettled,
  type SignUpSubmitted,
} from '#libs/contracts';
import type { ConsumerOptions, IncomingMessage, KafkaClient, OutgoingMessage } from '#libs/messaging';
import { randomUUID } from 'node:crypto';
import { FiguresByHand } from './figures-by-hand.js';

const RESULTS_OF_PAYMENTS = {
  accepted: paymentAccepted,
  refused: paymentRefused,
  unmatched: paymentUnmatched,
};

const HESITATION_MS = 50;

/** What a test may do to the system. */
export interface FakeOptions {
  /** Gives no result to an input that it picks out. */
  readonly swallows?: (message: OutgoingMessage) => boolean;
  /** Says at first of payments that nobody is known by their code, and thinks better of it a little later, or after so many ms. */
  readonly hesitates?: boolean | number;
  /** Breaks down with the send of this number of inputs. */
  readonly breaksAfter?: number;
}

/**
 * A log and both services in one: inputs are answered by the rules by hand, results appear on the topics a moment
 * later. What was sent before is known, as the real services know it: a repeat makes no second result.
 */
export class FakeSystem {
  readonly inputs: OutgoingMessage[] = [];
  /** The most inputs that were without an answer at one time. */
  mostUnanswered = 0;
  /** Payments that were taken back before they were accepted. */
  readonly takenBackEarly: string[] = [];
  private readonly accepted = new Set<string>();
  private unanswered = 0;
  private codes = 0;
  private readonly known = new Set<string>();
  private readonly byHand = new FiguresByHand();
  private readonly logs = new Map<string, IncomingMessage[]>();
  private readonly readers = new Set<ConsumerOptions>();

  constructor(public options: FakeOptions = {}) {}

  client(): KafkaClient {
    return {
      producer: async () => ({ send: (messages) => this.receive(messages), close: async () => undefined }),
      consume: async (reader) => this.attach(reader),
      ends: async (topics) =>
        topics.map((topic) => ({ topic, partition: 0, low: 0n, high: BigInt(this.log(topic).length) })),
      placesAt: async (topic, instantsMs) =>
        instantsMs.map(() => [{ topic, partition: 0, offset: BigInt(this.log(topic).length) }]),
      clusterId: async () => 'fake',
      close: async () => undefined,
    };
  }

  private async receive(messages: readonly OutgoingMessage[]): Promise<void> {
    for (const message of messages) {
      if (this.inputs.length === this.options.breaksAfter) throw new Error('the broker is gone');
      this.inputs.push(message);
      this.unanswered += 1;
      this.mostUnanswered = Math.max(this.mostUnanswered, this.unanswered);
      setImmediate(() => this.answer(message));
    }
  }

  private answer(message: OutgoingMessage): void {
    this.unanswered -= 1;
    const subject = `${message.headers['ce_type']} ${message.headers['ce_subject']}`;
    if (this.known.has(subject) || this.options.swallows?.(message)) return;
    this.known.add(subject);
    const content: unknown = JSON.parse(String(message.value));
    if (message.topic === signUpsTopic.name) this.signUp(content as SignUpSubmitted);
    else if (message.headers['ce_type'] === paymentReversed.type) this.takeBack(content as PaymentReversed);
    else this.pay(content as PaymentSettled);
  }

  private signUp(signUp: SignUpSubmitted): void {
    const { signUpId } = signUp;
    this.codes += 1;
    const fresh = `88888${String(this.codes).padStart(11, '0')}`;
    const code = this.byHand.signUp(signUp, fresh);
    if (code === null) return this.publish(signUpRefused, { signUpId, reasons: ['nik-implausible'] });
    const outcome = code === fresh ? ('registered' as const) : ('already-member' as const);
    const names = { membershipId: randomUUID(), memberNumber: code.slice(5), paymentCode: code };
    this.publish(signUpAccepted, { signUpId, outcome, ...names, warnings: [] });
  }

  private takeBack(reversal: PaymentReversed): void {
    if (!this.accepted.has(reversal.paymentId)) this.takenBackEarly.push(reversal.paymentId);
    this.byHand.reverse(reversal);
  }

  private pay(payment: PaymentSettled): void {
    const { gateway, paymentId } = payment;
    const result = this.byHand.pay(payment);
    const answer = (contract: object) => {
      if (contract === paymentAccepted) this.accepted.add(paymentId);
      const said = { gateway, paymentId, reasons: ['amount-does-not-fit'], contributions: [] };
      this.publish(contract as EventContract, said);
    };
    if (!this.options.hesitates) return answer(RESULTS_OF_PAYMENTS[result]);
    answer(paymentUnmatched);
    const waitMs = typeof this.options.hesitates === 'number' ? this.options.hesitates : HESITATION_MS;
    setTimeout(() => answer(RESULTS_OF_PAYMENTS[result]), waitMs);
  }

  private publish<Payload extends object>(contract: EventContract<string, Payload>, data: Payload): void {
    const topic = contract.topic.name;
    const log = this.log(topic);
    const message: IncomingMessage = {
      offset: BigInt(log.length),
      key: Buffer.from(contract.key(data)),
      value: Buffer.from(JSON.stringify(data)),
      headers: { ce_type: Buffer.from(contract.type) },
      timestampMs: 0,
    };
    log.push(message);
    for (const reader of this.readers)
      if (reader.topics.includes(topic)) this.deliver(reader, topic, [message]);
  }

  private attach(reader: ConsumerOptions) {
    setImmediate(() => {
      for (const topic of reader.topics)
        if (this.log(topic).length > 0) this.deliver(reader, topic, this.log(topic));
      this.readers.add(reader);
    });
    return {
      pause: () => undefined,
      resume: () => undefined,
      rearm: async () => undefined,
      publishPosition: async () => undefined,
      close: async () => void this.readers.delete(reader),
    };
  }

  private deliver(reader: ConsumerOptions, topic: string, messages: readonly IncomingMessage[]): void {
    reader.receive({ topic, partition: 0, messages: [...messages], high: BigInt(this.log(topic).length) });
  }

  private log(topic: string): IncomingMessage[] {
    const log = this.logs.get(topic) ?? [];
    this.logs.set(topic, log);
    return log;
  }
}
