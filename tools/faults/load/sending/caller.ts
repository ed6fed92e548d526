import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Bearing, ServiceName, Target } from '../target.js';

/** An answer that is the service's last word: it did what was asked, or it refused. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface Call {
  readonly service: ServiceName;
  readonly method: 'POST' | 'PUT' | 'GET';
  readonly path: string;
  readonly body: string | null;
  readonly role: string;
  readonly bearing?: Bearing;
  /** Stays the same however often the call is tried. */
  readonly idempotencyKey: string;
}

/** A service that was stopped answers nothing: then somebody else is asked. */
const PATIENCE_MS = 10_000;
const RETRY_FIRST_MS = 50;
const RETRY_MAX_MS = 1_000;
const SOCKETS_MAX = 448;
const TOO_MANY = 429;
const UNAUTHORIZED = 401;
const REFUSING_FROM = 400;
const FAILING_FROM = 500;
const UNAVAILABLE = 503;

const isLastWord = (status: number) =>
  (status >= 200 && status < 300) ||
  (status >= REFUSING_FROM && status < FAILING_FROM && status !== TOO_MANY && status !== UNAUTHORIZED);

interface Attempt extends Answer {
  readonly retryAfterMs: number | null;
}

/** An outage says that it is one, and when to come again; any other error of a service is its own. */
const isFailure = ({ status, retryAfterMs }: Attempt) =>
  status >= FAILING_FROM && !(status === UNAVAILABLE && retryAfterMs !== null);

/**
 * Sends requests as a gateway would: what is not answered, or with "later", is sent again with the same ids, to the
 * next replica, until there is an answer.
 */
export class Caller {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: SOCKETS_MAX });
  private readonly tokens = new Map<string, Promise<string>>();
  private turn = 0;
  private closed = false;
  /** Attempts that brought no answer, or one of "later". */
  tries = 0;
  /** Answers that were errors without being outages: what was asked, and how often. */
  readonly failures = new Map<string, number>();

  constructor(private readonly target: Target) {}

  /** The last word on the call; null when the caller was closed before there was one. */
  async call(call: Call): Promise<Answer | null> {
    const addresses = this.target.services[call.service];
    this.turn += 1;
    for (let attempt = 0; !this.closed; attempt += 1) {
      const base = addresses[(this.turn + attempt) % addresses.length]!;
      const answer = await this.attempt(base, call).catch(() => null);
      if (answer && isLastWord(answer.status)) return answer;
      if (answer?.status === UNAUTHORIZED) this.tokens.clear();
      if (answer && isFailure(answer))
        this.noteFailure(`${answer.status} to ${call.method} by ${call.service}`);
      this.tries += 1;
      const backOffMs = Math.min(RETRY_FIRST_MS * 2 ** Math.min(attempt, 8), RETRY_MAX_MS);
      await sleep(Math.min(answer?.retryAfterMs ?? backOffMs, RETRY_MAX_MS));
    }
    return null;
  }

  /** Ends all trying. */
  close(): void {
    this.closed = true;
    this.agent.destroy();
  }

  private noteFailure(what: string): void {
    this.failures.set(what, (this.failures.get(what) ?? 0) + 1);
  }

  private token(role: string, bearing: Bearing): Promise<string> {
    const key = `${role} ${JSON.stringify(bearing)}`;
    const known = this.tokens.get(key) ?? this.target.token(role, bearing);
    this.tokens.set(key, known);
    return known;
  }

  private async attempt(base: string, call: Call): Promise<Attempt> {
    const headers: Record<string, string> = {
      authorization: `Bearer ${await this.token(call.role, call.bearing ?? {})}`,
      'idempotency-key': call.idempotencyKey,
    };
    if (call.body !== null) headers['content-type'] = 'application/json';
    return new Promise((resolve, reject) => {
      const options = { method: call.method, agent: this.agent, headers, timeout: PATIENCE_MS };
      const sent = request(`${base}${call.path}`, options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const seconds = Number(response.headers['retry-after'] ?? Number.NaN);
          const retryAfterMs = Number.isNaN(seconds) ? null : seconds * 1_000;
          resolve({ status: response.statusCode ?? 0, body: contentOf(chunks), retryAfterMs });
        });
      });
      sent.on('timeout', () => sent.destroy(new Error('no answer')));
      sent.on('error', reject);
      sent.end(call.body ?? undefined);
    });
  }
}

const contentOf = (chunks: readonly Buffer[]): Readonly<Record<string, unknown>> => {
  try {
    const content: unknown = JSON.parse(Buffer.concat(chunks).toString());
    return typeof content === 'object' && content !== null ? (content as Record<string, unknown>) : {};
  } catch {
    return {};
  }
};
