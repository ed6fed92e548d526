import { setTimeout as sleep } from 'node:timers/promises';
import { utcText, type Seconds } from '../sample/instants.js';

/** A service answered with a problem that trying again does not help. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly reasons: readonly string[],
    request: string,
  ) {
    super(`${request} was answered with ${status}: ${reasons.join(', ') || 'no reason given'}`);
  }
}

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: object;
  /** When in the story it happens. */
  readonly at?: Seconds;
}

const TRIES_MAX = 60;
const RETRY_MS = 500;
const RETRY_MS_MOST = 5_000;

/** Statuses that say "later". */
const isTemporary = (status: number) => status === 429 || status >= 500;

/** Speaks to one service with one bearer's token. */
export class Api {
  constructor(
    private readonly address: string,
    private readonly token: string,
  ) {}

  /** The answer's content. Waits and tries again while the service is away. Throws `ApiProblem` for a refusal. */
  async send<Answer>(request: ApiRequest): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      const response = await this.attempt(request);
      if (response?.ok) return (await response.json()) as Answer;
      if (response && !isTemporary(response.status)) throw await problemOf(response, request);
      if (attempt === TRIES_MAX) throw new Error(`${this.address} was away for too long`);
      await response?.body?.cancel();
      await sleep(Math.min(RETRY_MS * attempt, RETRY_MS_MOST));
    }
  }

  private attempt({ method, path, body, at }: ApiRequest): Promise<Response | null> {
    const headers: Record<string, string> = { authorization: `Bearer ${this.token}` };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (at !== undefined) headers['cakupan-story-time'] = utcText(at);
    const content = body === undefined ? null : JSON.stringify(body);
    return fetch(`${this.address}${path}`, { method, headers, body: content }).catch(() => null);
  }
}

const problemOf = async (response: Response, { method, path }: ApiRequest): Promise<ApiProblem> => {
  const content = (await response.json().catch(() => ({}))) as { reasons?: string[] };
  return new ApiProblem(response.status, content.reasons ?? [], `${method} ${path}`);
};

/** Does the work for every item, so many at a time. After a failure no more is begun, and it is thrown in the end. */
export const forEachAtOnce = async <Item>(
  items: Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<void>,
): Promise<void> => {
  const queue = items[Symbol.iterator]();
  const failures: unknown[] = [];
  const worker = async () => {
    for (let next = queue.next(); !next.done && failures.length === 0; next = queue.next()) {
      await work(next.value).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (failures.length > 0) throw failures[0];
};
