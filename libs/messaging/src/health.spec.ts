import { describe, expect, it } from '@jest/globals';
import { messagingProbes } from './health.js';

const at = (stillMs: number) => ({
  topic: 'a.v1',
  partition: 3,
  position: 5n,
  end: stillMs === 0 ? 5n : 9n,
  lag: stillMs === 0 ? 0n : 4n,
  stillMs,
});
const idle = { oldestUnsentMs: 0, unsentEvents: 0, stillMs: 0, oldestTransactionMs: 0, heldBy: null };
const probe = (
  stillMs: number,
  waiting: { since: number; detail: string } | null = null,
  dead: string | null = null,
) => {
  const [consumer] = messagingProbes(
    { progress: () => [at(stillMs)], waiting, dead },
    { trouble: null, figures: idle },
  );
  return { ready: consumer!.ready().ok, live: consumer!.live!().ok };
};
const away = { since: performance.now() - 60_000, detail: 'ECONNREFUSED' };

describe('the health of a consumer', () => {
  it('is good while it moves or has nothing to do', () => {
    expect(probe(0)).toEqual({ ready: true, live: true });
    expect(probe(30_000)).toEqual({ ready: true, live: true });
  });

  it('is not ready once it has stood still with work for over half a minute', () =>
    expect(probe(30_001)).toEqual({ ready: false, live: true }));

  it('is not live once only a new process would help', () =>
    expect(probe(600_000, null, 'stands still')).toEqual({ ready: false, live: false }));

  it('lives, but is not ready, while the database is away', () =>
    expect(probe(600_000, away)).toEqual({ ready: false, live: true }));
});

describe('the health of a relay', () => {
  const relay = (trouble: { since: number; detail: string } | null, figures = idle) =>
    messagingProbes({ progress: () => [], waiting: null, dead: null }, { trouble, figures })[1]!.ready();

  it('is good while it publishes, and over a hiccup', () => {
    expect(relay(null).ok).toBe(true);
    expect(relay({ since: performance.now() - 1_000, detail: 'broker: away' }).ok).toBe(true);
  });

  it('says how far it is behind once that is over five seconds', () => {
    expect(relay(null, { ...idle, oldestUnsentMs: 5_000, oldestTransactionMs: 5_000 })).toEqual({
      ok: true,
      detail: 'publishes',
    });
    expect(relay(null, { ...idle, oldestUnsentMs: 5_001, oldestTransactionMs: 5_001 })).toEqual({
      ok: true,
      detail:
        'publishes; the oldest unsent event is 5001 ms old; a writing transaction in another database of the cluster has been open for 5001 ms',
    });
  });

  it('is not, with the reason, once nothing was published for over five seconds', () =>
    expect(relay({ since: performance.now() - 6_000, detail: 'broker: away' })).toEqual({
      ok: false,
      detail: 'broker: away',
      since: expect.stringMatching(/Z$/),
    }));
});
