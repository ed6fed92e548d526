import type { ParkedMessage, ParkedSummary } from '#libs/kernel';
import { localIssuer } from '../../stack/local-issuer.js';
import { CannotRun } from '../cannot-run.js';
import { stackIn } from '../stack-in.js';

const PAGE = 1_000;
/** To try a message again takes as long as a batch; everything else, no time. */
const ANSWER_MS: Readonly<Record<'GET' | 'POST', number>> = { GET: 5_000, POST: 60_000 };
const NOT_FOUND = 404;

interface Page {
  readonly items: readonly ParkedSummary[];
  readonly next: string | null;
}

/** What became of a parked message that was retried or discarded. */
export interface Settled {
  readonly id: string;
  readonly status: string;
  readonly reason: string | null;
  readonly detail: string | null;
  readonly followed: number;
  readonly stoppedAt: string | null;
}

/** A service's own door to what it has set aside, asked as a local operator. */
export class ParkedService {
  constructor(
    readonly name: string,
    private readonly address: string,
    private readonly token: string,
  ) {}

  /** All that waits. */
  async list(): Promise<readonly ParkedSummary[]> {
    const items: ParkedSummary[] = [];
    for (let after = ''; ;) {
      const page = await this.ask<Page>('GET', `?limit=${PAGE}${after}`);
      items.push(...page.items);
      if (page.next === null) return items;
      after = `&after=${page.next}`;
    }
  }

  show = (id: string) => this.ask<ParkedMessage>('GET', `/${id}`);
  retry = (id: string, request: object) => this.ask<Settled>('POST', `/${id}/retry`, request);
  discard = (id: string, request: object) => this.ask<Settled>('POST', `/${id}/discard`, request);

  private async ask<Answer>(method: 'GET' | 'POST', path: string, request?: object): Promise<Answer> {
    const { answer, body } = await this.call(method, path, request).catch(() => {
      throw new CannotRun(`${this.name} does not answer at ${this.address}. What is wrong: cakupan doctor.`);
    });
    if (answer.ok) return body as Answer;
    if (answer.status === NOT_FOUND)
      throw new CannotRun(
        `${this.name} has nothing parked under this number: it never had, or it was settled over 30 days ago. What waits: cakupan parked list.`,
      );
    throw new CannotRun(`${this.name}: ${(body as { detail: string }).detail}`);
  }

  private async call(method: 'GET' | 'POST', path: string, request?: object) {
    const answer = await fetch(`${this.address}/v1/parked${path}`, {
      method,
      signal: AbortSignal.timeout(ANSWER_MS[method]),
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
      ...(request && { body: JSON.stringify(request) }),
    });
    return { answer, body: (await answer.json()) as unknown };
  }
}

/** The services of a stack, by name. */
export const parkedServices = async (folder: string): Promise<ReadonlyMap<string, ParkedService>> => {
  const { services } = stackIn(folder);
  const token = await (await localIssuer(folder)).token({ role: 'operator' });
  return new Map(
    Object.entries(services).map(([name, address]) => [name, new ParkedService(name, address, token)]),
  );
};
