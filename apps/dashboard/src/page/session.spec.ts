import { afterEach, describe, expect, it } from '@jest/globals';
import { Api } from '../api/api.js';
import { answerWith, plainRow, SOLO_ROW } from '../model/solo.example.js';
import { bodyOf, initialState, type PageState } from '../model/state.js';
import { Session } from './session.js';
import { Store } from './store.js';

type Answers = (request: string, signal?: AbortSignal | null) => Response | Promise<Response>;

const QUESTION = { region: '33.72', asOf: null, knownOn: null, measure: 'active', cut: 'segment' } as const;
const json = (body: unknown) => new Response(JSON.stringify(body));
const sessions: Session[] = [];

const open = (answers: Answers, hasToken = true) => {
  const requests: string[] = [];
  const fetch = async (request: unknown, init?: RequestInit) => {
    requests.push(String(request));
    return answers(String(request), init?.signal);
  };
  const store = new Store<PageState>(initialState(QUESTION, 'id', { hasToken, tokenExpired: false }));
  let refusals = 0;
  const api = new Api(fetch as typeof globalThis.fetch, hasToken ? 'a.b.c' : null);
  const session = new Session({ api, store, regions: ['ID'], onTokenRefused: () => (refusals += 1) });
  sessions.push(session);
  return { session, store, requests, refusals: () => refusals };
};

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

/** Says something and stays open until it is aborted. */
const stays = (text: string, signal?: AbortSignal | null) =>
  new Response(
    new ReadableStream({
      start: (pieces) => {
        pieces.enqueue(new TextEncoder().encode(text));
        signal?.addEventListener('abort', () => pieces.error(signal.reason));
      },
    }),
  );

const ANCESTORS = [
  { code: 'ID', name: 'Indonesia' },
  { code: '33', name: 'Jawa Tengah' },
];

/** A service that knows Solo; the stream says what it is given and stays open. */
const service =
  (stream = ''): Answers =>
  (request, signal) => {
    if (request.startsWith('v1/stream')) return stays(stream, signal);
    if (request.startsWith('v1/regions')) return json({ ancestors: ANCESTORS });
    if (request.startsWith('v1/targets')) return json({ base: 'angkatan kerja' });
    if (request.includes('series'))
      return json({ points: [{ on: '2024-11-30', persons: 99_000, coverage: null }] });
    if (request.includes('by=')) return json(answerWith([plainRow({ part: 'BPU', persons: 5 })]));
    return json(answerWith([request.includes('region=33.72') ? SOLO_ROW : plainRow({ name: request })]));
  };

describe('a session', () => {
  afterEach(async () => {
    for (const session of sessions.splice(0)) session.end();
    await settled();
  });

  it('asks everything about a place and follows it', async () => {
    const { session, store, requests } = open(service());
    await session.ask(QUESTION);
    await settled();
    const { state } = store;
    expect(bodyOf(state.figure)?.rows[0]?.coverageText).toBe('44,24%');
    expect(bodyOf(state.trend)?.points).toHaveLength(1);
    expect(bodyOf(state.cut)?.rows[0]?.part).toBe('BPU');
    expect(state.target?.base).toBe('angkatan kerja');
    expect(state.crumbs.map(({ name }) => name)).toEqual(['Indonesia', 'Jawa Tengah']);
    expect(state.today).toBe('2024-12-17');
    expect(state.connection).toBe('live');
    expect(requests).toContain('v1/stream?region=33.72');
  });

  it('moves with what is pushed', async () => {
    const pushed = { ...SOLO_ROW, asOf: '2024-12-17', persons: 100_513 };
    const fresh = { recordedThrough: null, lagMs: 1, applied: 9 };
    const { session, store } = open(
      service(
        `event: coverage\ndata: ${JSON.stringify(pushed)}\n\nevent: freshness\ndata: ${JSON.stringify(fresh)}\n\n`,
      ),
    );
    await session.ask(QUESTION);
    await settled();
    expect(bodyOf(store.state.figure)?.rows[0]?.persons).toBe(100_513);
    expect(bodyOf(store.state.figure)?.freshness).toEqual(fresh);
  });

  it('drops the answer to a question that was left', async () => {
    const answers = service();
    const slow: Answers = async (request, signal) => {
      if (request === 'v1/coverage?region=33.72') await settled();
      signal?.throwIfAborted();
      return answers(request, signal);
    };
    const { session, store } = open(slow);
    const left = session.ask(QUESTION);
    await session.ask({ ...QUESTION, region: '34' });
    await left;
    await settled();
    expect(bodyOf(store.state.figure)?.rows[0]?.name).toBe('v1/coverage?region=34');
  });

  it('asks only for the cut when that alone changes', async () => {
    const { session, store, requests } = open(service());
    await session.ask(QUESTION);
    await settled();
    requests.length = 0;
    await session.askCut({ ...QUESTION, cut: 'payer' });
    expect(requests).toEqual(['v1/coverage?region=33.72&by=payer']);
    expect(store.state.question.cut).toBe('payer');
  });

  it('says that the token is refused', async () => {
    const { session, refusals } = open(() => new Response('{}', { status: 401 }));
    await session.ask(QUESTION);
    expect(refusals()).toBe(1);
  });

  it('asks for the public what the public may see', async () => {
    const { session, store, requests } = open(service(), false);
    await session.ask({ ...QUESTION, region: '33.72.05' });
    await settled();
    expect(requests.some((request) => /series|stream|targets|by=/.test(request))).toBe(false);
    expect(store.state.trend.kind).toBe('absent');
    expect(store.state.regions.kind).toBe('absent');
  });

  it('shows a failure of a part beside the others', async () => {
    const answers = service();
    const { session, store } = open((request, signal) =>
      request.includes('by=region') ? new Response('{}', { status: 503 }) : answers(request, signal),
    );
    await session.ask(QUESTION);
    await settled();
    expect(store.state.regions).toEqual({ kind: 'failed', failure: 'busy' });
    expect(store.state.cut.kind).toBe('there');
  });
});
