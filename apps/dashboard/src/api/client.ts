import createClient, { type Client as GeneratedClient } from 'openapi-fetch';
import { FetchFailed, failureOf } from './failure.js';
import type { paths } from './reporting.js';

/** The reporting service's HTTP side, typed by its OpenAPI document. */
export type Client = GeneratedClient<paths>;

/** An answer with the whole address that it answers, and when the machine of the service gave it (HTTP `Date`). */
export interface Answered<Body> {
  readonly body: Body;
  readonly address: string;
  readonly sentAt: string | null;
}

/** What is needed of the browser. */
export interface Surroundings {
  readonly fetch: typeof globalThis.fetch;
  /** Where the page lies; the service serves it at its root. */
  readonly base: string;
}

const withToken = (token: string | null): Record<string, string> =>
  token === null ? {} : { authorization: `Bearer ${token}` };

/** What fails here fails as `FetchFailed`; only a request that was given up fails as itself. */
const failWithReason = {
  onResponse: async ({ response }: { response: Response }) => {
    if (!response.ok) throw await FetchFailed.of(response);
  },
  onError: ({ error, request }: { error: unknown; request: Request }) =>
    request.signal.aborted || error instanceof FetchFailed ? undefined : new FetchFailed('unreachable'),
};

/**
 * A client that asks with the token, where there is one. Never from the browser's cache: what is equal there by its tag
 * may be staler than it says.
 */
export const clientWith = (token: string | null, { fetch, base }: Surroundings): Client => {
  const client = createClient<paths>({
    baseUrl: base.replace(/\/$/, ''),
    headers: withToken(token),
    cache: 'no-store',
    credentials: 'omit',
    fetch: (request) => fetch(request),
    querySerializer: { array: { style: 'form', explode: false } },
  });
  client.use(failWithReason);
  return client;
};

/** The answer in an envelope of the client; fails as `broken` where it has no body. */
export const answered = <Body>({ data, response }: { data?: Body; response: Response }): Answered<Body> => {
  if (data === undefined) throw new FetchFailed('broken');
  return { body: data, address: response.url, sentAt: response.headers.get('date') };
};

/** Opens an address of the service as it is: for the push channel and for files. */
export const openAddress = async (
  address: string,
  init: RequestInit & { readonly headers?: Record<string, string> },
  { token, fetch }: { readonly token: string | null; readonly fetch: typeof globalThis.fetch },
): Promise<Response> => {
  const headers = { ...withToken(token), ...init.headers };
  const response = await fetch(address, { ...init, headers, cache: 'no-store', credentials: 'omit' }).catch(
    (error: unknown) => {
      if (init.signal?.aborted) throw error;
      throw new FetchFailed('unreachable');
    },
  );
  if (!response.ok) throw new FetchFailed(failureOf(response));
  return response;
};
