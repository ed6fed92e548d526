import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { nowMs } from '../rig/machine-clock.js';

/** What is posted again and again, each time with another body. */
export interface Target {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The body of the request with this number. */
  readonly bodyOf: (number: number) => string;
  /** Headers that depend on the body and the instant, such as a signature. */
  readonly signed?: (body: string) => Readonly<Record<string, string>>;
  /** The status of an answer that says yes; 201 where nothing is said. */
  readonly success?: number;
}

/** What came of many requests. */
export interface Called {
  /** Answers by status. */
  readonly statuses: Readonly<Record<number, number>>;
  /** Of those that were measured, in ms. */
  readonly latenciesMs: readonly number[];
  /** Measured requests that were answered, a second. */
  readonly perSecond: number;
  /** Numbers of all that were answered with the status of success. */
  readonly succeeded: readonly number[];
}

const CREATED = 201;

/** How many were answered, and not with the status of success. */
export const answeredOtherwise = ({ statuses, succeeded }: Called): number =>
  Object.values(statuses).reduce((sum, count) => sum + count, 0) - succeeded.length;

const post = ({ url, headers, signed }: Target, agent: Agent, body: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const stated = { ...headers, ...signed?.(body) };
    const sent = request(url, { method: 'POST', agent, headers: stated }, (response) => {
      response.on('error', reject);
      response.on('end', () => resolve(response.statusCode ?? 0));
      response.resume();
    });
    sent.on('error', reject);
    sent.end(body);
  });

class Calls {
  private readonly statuses: Record<number, number> = {};
  private readonly latenciesMs: number[] = [];
  private readonly succeeded: number[] = [];

  constructor(
    private readonly target: Target,
    private readonly agent: Agent,
    /** What is due before this instant warms up only. */
    private readonly fromMs: number,
  ) {}

  /** Sends one request, due at this instant: from there on it is waited for. */
  async send(number: number, dueMs: number): Promise<void> {
    const status = await post(this.target, this.agent, this.target.bodyOf(number));
    this.statuses[status] = (this.statuses[status] ?? 0) + 1;
    if (status === (this.target.success ?? CREATED)) this.succeeded.push(number);
    if (dueMs >= this.fromMs) this.latenciesMs.push(nowMs() - dueMs);
  }

  called(untilMs: number): Called {
    const { statuses, latenciesMs, succeeded } = this;
    return {
      statuses,
      latenciesMs,
      succeeded,
      perSecond: (latenciesMs.length * 1_000) / (untilMs - this.fromMs),
    };
  }
}

interface Pressing {
  readonly connections: number;
  readonly warmSeconds: number;
  readonly seconds: number;
  /** The number of the first request. */
  readonly first: number;
}

const onConnections = async (
  connections: number,
  work: (agent: Agent) => Promise<Called>,
): Promise<Called> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  try {
    return await work(agent);
  } finally {
    agent.destroy();
  }
};

/** Closed loop: each connection sends its next request when the one before is answered. */
export const press = (
  target: Target,
  { connections, warmSeconds, seconds, first }: Pressing,
): Promise<Called> =>
  onConnections(connections, async (agent) => {
    const fromMs = nowMs() + warmSeconds * 1_000;
    const untilMs = fromMs + seconds * 1_000;
    const calls = new Calls(target, agent, fromMs);
    let next = first;
    const connection = async () => {
      while (nowMs() < untilMs) await calls.send(next++, nowMs());
    };
    await Promise.all(Array.from({ length: connections }, connection));
    return calls.called(nowMs());
  });

const TICK_MS = 2;

/** Open loop: requests are due at a rate, whether or not those before are answered, and wait for a free connection. */
export const pace = (
  target: Target,
  { connections, warmSeconds, seconds, first, perSecond }: Pressing & { readonly perSecond: number },
): Promise<Called> =>
  onConnections(connections, async (agent) => {
    const beganMs = nowMs();
    const calls = new Calls(target, agent, beganMs + warmSeconds * 1_000);
    const total = Math.floor(perSecond * (warmSeconds + seconds));
    const sent: Promise<void>[] = [];
    const dueMsOf = (index: number) => beganMs + (index * 1_000) / perSecond;
    while (sent.length < total) {
      while (sent.length < total && dueMsOf(sent.length) <= nowMs())
        sent.push(calls.send(first + sent.length, dueMsOf(sent.length)));
      await sleep(TICK_MS);
    }
    await Promise.all(sent);
    return calls.called(nowMs());
  });
