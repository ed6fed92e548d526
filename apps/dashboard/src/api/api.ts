import { FetchFailed, type Failure } from './failure.js';

/** An answer with the day of the service's own machine clock when it was given (from the `Date` header). */
export interface Answered<Body> {
  readonly body: Body;
  readonly request: string;
  readonly sentAt: string | null;
}

const REASON_BY_STATUS: Readonly<Record<number, Failure>> = {
  401: 'token-needed',
  403: 'not-allowed',
  404: 'not-found',
  422: 'not-found',
  429: 'busy',
  503: 'busy',
};

const failureOf = ({ status }: Response): Failure =>
  REASON_BY_STATUS[status] ?? (status < 500 ? 'not-understood' : 'broken');

/** The reporting service's HTTP side. Every call throws `FetchFailed` where there is no answer to show. */
export class Api {
  constructor(
    private readonly fetch: typeof globalThis.fetch,
    private readonly token: string | null,
  ) {}

  /** Asks with the token, where there is one. */
  get<Body>(request: string, signal: AbortSignal): Promise<Answered<Body>> {
    return this.read(request, { headers: this.authorization(), signal });
  }

  /** Asks as the public does. */
  getPublic<Body>(request: string, signal: AbortSignal): Promise<Answered<Body>> {
    return this.read(request, { signal });
  }

  /** The same figures as CSV. */
  async csv(request: string): Promise<Blob> {
    const response = await this.open(request, { headers: { ...this.authorization(), accept: 'text/csv' } });
    return response.blob();
  }

  /** Opens the push channel after the event that was seen last (empty: from now). */
  stream(request: string, lastEventId: string, signal: AbortSignal): Promise<Response> {
    const headers = { ...this.authorization(), accept: 'text/event-stream' };
    const resumed = lastEventId === '' ? headers : { ...headers, 'last-event-id': lastEventId };
    return this.open(request, { headers: resumed, signal });
  }

  private authorization(): Record<string, string> {
    return this.token === null ? {} : { authorization: `Bearer ${this.token}` };
  }

  private async read<Body>(request: string, init: RequestInit): Promise<Answered<Body>> {
    const response = await this.open(request, init);
    return { body: (await response.json()) as Body, request, sentAt: response.headers.get('date') };
  }

  /** Never from the browser's cache: what is equal there by its tag may be staler than it says. */
  private async open(request: string, init: RequestInit): Promise<Response> {
    const response = await this.fetch(request, { ...init, cache: 'no-store', credentials: 'omit' }).catch(
      (error: unknown) => {
        if (init.signal?.aborted) throw error;
        throw new FetchFailed('unreachable');
      },
    );
    if (!response.ok) throw new FetchFailed(failureOf(response));
    return response;
  }
}
