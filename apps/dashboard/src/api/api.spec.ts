import { describe, expect, it } from '@jest/globals';
import { Api } from './api.js';
import { FetchFailed } from './failure.js';

const { signal } = new AbortController();

const apiThatGets = (answer: () => Response, token: string | null = 'a.b.c') => {
  const sent: { url: string; headers: Headers }[] = [];
  const fetch = async (url: unknown, init?: RequestInit) => {
    sent.push({ url: String(url), headers: new Headers(init?.headers) });
    return answer();
  };
  return { api: new Api(fetch as typeof globalThis.fetch, token), sent };
};

describe('the api', () => {
  it('asks with the token and tells the request and the day of the machine', async () => {
    const headers = { date: 'Thu, 20 Nov 2025 03:00:00 GMT' };
    const { api, sent } = apiThatGets(() => new Response('{"a":1}', { headers }));
    expect(await api.get('v1/coverage', signal)).toEqual({
      body: { a: 1 },
      request: 'v1/coverage',
      sentAt: headers.date,
    });
    expect(sent[0]!.headers.get('authorization')).toBe('Bearer a.b.c');
  });

  it('asks as the public without it', async () => {
    const { api, sent } = apiThatGets(() => new Response('{}'));
    await api.getPublic('v1/coverage', signal);
    expect(sent[0]!.headers.has('authorization')).toBe(false);
  });

  it('resumes a stream after the last event', async () => {
    const { api, sent } = apiThatGets(() => new Response(''));
    await api.stream('v1/stream', '', signal);
    await api.stream('v1/stream', '41', signal);
    expect(sent.map(({ headers }) => headers.get('last-event-id'))).toEqual([null, '41']);
  });

  it.each([
    [400, 'not-understood'],
    [401, 'token-needed'],
    [403, 'not-allowed'],
    [404, 'not-found'],
    [422, 'not-found'],
    [429, 'busy'],
    [503, 'busy'],
    [500, 'broken'],
  ])('fails with a reason on %d', async (status, failure) => {
    const { api } = apiThatGets(() => new Response('{}', { status }));
    await expect(api.get('v1/coverage', signal)).rejects.toEqual(
      new FetchFailed(failure as FetchFailed['failure']),
    );
  });

  it('says when nobody answers', async () => {
    const { api } = apiThatGets(() => {
      throw new TypeError('fetch failed');
    });
    await expect(api.get('v1/coverage', signal)).rejects.toEqual(new FetchFailed('unreachable'));
  });
});
