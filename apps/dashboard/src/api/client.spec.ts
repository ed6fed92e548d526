import { describe, expect, it } from '@jest/globals';
import { usualPlace } from '../model/place.js';
import { askFigure, askGaps, askPublished, askRegions } from './asks.js';
import { clientWith, openAddress } from './client.js';
import { FetchFailed } from './failure.js';

const { signal } = new AbortController();
const SOLO = usualPlace('33.72', 'id');

/** Answers as `Response.url` and all are of a real one. */
const responseOf = (url: string, body: string, init?: ResponseInit): Response =>
  Object.defineProperty(new Response(body, init), 'url', { value: url });

const clientThatGets = (
  answer: () => { body: string; init?: ResponseInit },
  token: string | null = 'a.b.c',
) => {
  const sent: Request[] = [];
  const fetch = async (input: unknown, init?: RequestInit) => {
    const request = new Request(input as Request, init);
    sent.push(request);
    const { body, init: given } = answer();
    return responseOf(request.url, body, given);
  };
  const surroundings = { fetch: fetch as typeof globalThis.fetch, base: 'http://cakupan.test/' };
  return { client: clientWith(token, surroundings), sent, surroundings };
};

describe('the client', () => {
  it('asks with the token and tells the address and the day of the machine', async () => {
    const date = 'Thu, 20 Nov 2025 03:00:00 GMT';
    const { client, sent } = clientThatGets(() => ({ body: '{"rows":[]}', init: { headers: { date } } }));
    expect(await askFigure(SOLO).of(client, signal)).toEqual({
      body: { rows: [] },
      address: 'http://cakupan.test/v1/coverage?region=33.72&measure=active',
      sentAt: date,
    });
    expect(sent[0]!.headers.get('authorization')).toBe('Bearer a.b.c');
  });

  it('asks as the public without it', async () => {
    const { client, sent } = clientThatGets(() => ({ body: '{}' }), null);
    await askFigure(SOLO).of(client, signal);
    expect(sent[0]!.headers.has('authorization')).toBe(false);
  });

  it('writes sets of regions and ids as the service reads them', async () => {
    const { client, sent } = clientThatGets(() => ({ body: '{}' }));
    await askRegions({ ...SOLO, region: '33.11,33.72', asOf: '2024-11-30' }).of(client, signal);
    await askPublished('a b').of(client, signal);
    expect(sent.map(({ url }) => decodeURIComponent(url.replace('http://cakupan.test/v1/', '')))).toEqual([
      'coverage?region=33.11,33.72&measure=active&asOf=2024-11-30&by=region',
      'published/a b',
    ]);
    expect(sent[1]!.url).toContain('published/a%20b');
  });

  it.each([
    [{}, 'region=33.72'],
    [{ segment: 'BPU', channel: 'bank' }, 'region=33.72&segment=BPU&channel=bank'],
    [{ channel: 'a bank' }, 'region=33.72'],
  ] as const)('asks whose gap is ranked: %j', async (change, query) => {
    const { client, sent } = clientThatGets(() => ({ body: '{}' }));
    await askGaps({ ...SOLO, ...change }).of(client, signal);
    expect(sent[0]!.url).toBe(`http://cakupan.test/v1/gaps?${query}&rankedBy=missing&levels=2`);
  });

  it.each([
    [400, 'not-understood'],
    [401, 'token-needed'],
    [403, 'not-allowed'],
    [404, 'not-found'],
    [422, 'refused'],
    [429, 'busy'],
    [503, 'busy'],
    [500, 'broken'],
  ])('fails with a reason on %d', async (status, failure) => {
    const { client } = clientThatGets(() => ({ body: '{"detail":"so"}', init: { status } }));
    await expect(askFigure(SOLO).of(client, signal)).rejects.toMatchObject({ failure, detail: 'so' });
  });

  it('says when nobody answers', async () => {
    const { client } = clientThatGets(() => {
      throw new TypeError('fetch failed');
    });
    await expect(askFigure(SOLO).of(client, signal)).rejects.toEqual(new FetchFailed('unreachable'));
  });
});

describe('an address', () => {
  it('is opened with the token and with what is asked for', async () => {
    const { sent, surroundings } = clientThatGets(() => ({ body: '' }));
    const headers = { accept: 'text/csv' };
    await openAddress('http://cakupan.test/v1/coverage', { headers }, { ...surroundings, token: 'a.b.c' });
    expect(Object.fromEntries(sent[0]!.headers)).toMatchObject({
      accept: 'text/csv',
      authorization: 'Bearer a.b.c',
    });
  });

  it('fails with a reason, too', async () => {
    const { surroundings } = clientThatGets(() => ({ body: '{}', init: { status: 503 } }));
    const opened = openAddress('http://cakupan.test/v1/stream', {}, { ...surroundings, token: null });
    await expect(opened).rejects.toEqual(new FetchFailed('busy'));
  });
});
