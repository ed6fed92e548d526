import { envelopeOf, SIGN_UPS_TOPIC, type Envelope } from '../plan/inputs.js';
import type { Ledger } from '../ledger.js';
import type { Answer, Call, Caller } from './caller.js';
import { cloudEventId } from './messages.js';

/** Many wait for one commit, so many must be under way for a rate to be kept. */
const AT_ONCE = 384;

const callOf = (seed: number, n: number, { topic, value }: Envelope): Call => {
  const idempotencyKey = cloudEventId(seed, n);
  const stated = JSON.parse(value!) as { gateway: string; channel: { code: string } };
  const common = { method: 'POST', body: value, idempotencyKey } as const;
  return topic === SIGN_UPS_TOPIC
    ? {
        ...common,
        service: 'enrollment',
        path: '/v1/sign-ups',
        role: 'channel',
        bearing: { channel: stated.channel.code },
      }
    : {
        ...common,
        service: 'contribution',
        path: '/v1/payments',
        role: 'gateway',
        bearing: { gateway: stated.gateway },
      };
};

/** Sends inputs over HTTP, so many at a time, each until there is a last word on it. */
export class HttpLane {
  private queue: number[] = [];
  private head = 0;
  private working = 0;

  constructor(
    private readonly caller: Caller,
    private readonly ledger: Ledger,
    private readonly answered: (n: number, answer: Answer) => void,
  ) {}

  put(n: number): void {
    this.queue.push(n);
    if (this.working < AT_ONCE) void this.work();
  }

  private next(): number | undefined {
    const n = this.queue[this.head];
    this.head += 1;
    if (n !== undefined) return n;
    this.queue = [];
    this.head = 0;
    return undefined;
  }

  private async work(): Promise<void> {
    this.working += 1;
    for (let n = this.next(); n !== undefined; n = this.next()) {
      const { seed, codeOf } = this.ledger;
      this.ledger.note(n, 'sent');
      const call = callOf(seed, n, envelopeOf(seed, n, codeOf)!); // claims go another way
      const answer = await this.caller.call(call);
      if (answer === null) return;
      this.answered(n, answer);
    }
    this.working -= 1;
  }
}
