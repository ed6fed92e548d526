import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { Health, type Verdict } from './health.js';

const well: Verdict = { ok: true, detail: 'well' };
const ill: Verdict = { ok: false, detail: 'lag 7', since: '2024-12-17T10:00:00Z' };

const fail = () => {
  throw new RangeError('10.0.0.3 refused');
};

describe('Health', () => {
  afterEach(() => void jest.useRealTimers());

  it('is good without probes', async () => {
    expect(new Health().live()).toEqual({ ok: true, probes: [] });
    expect(await new Health().ready()).toEqual({ ok: true, probes: [] });
  });

  it('asks each probe what it can say', async () => {
    const health = new Health();
    health.add({ name: 'consumer', live: () => well, ready: () => ill });
    health.add({ name: 'database', ready: async () => well });
    expect(health.live()).toEqual({ ok: true, probes: [{ name: 'consumer', ...well }] });
    expect(await health.ready()).toEqual({
      ok: false,
      probes: [
        { name: 'consumer', ...ill },
        { name: 'database', ...well },
      ],
    });
  });

  it('takes a failing probe for a bad verdict, and tells nothing of its insides', async () => {
    const health = new Health();
    health.add({ name: 'a', live: fail, ready: fail });
    health.add({ name: 'b', ready: () => Promise.reject(new Error('10.0.0.3 refused')) });
    expect(health.live()).toMatchObject({ ok: false, probes: [{ detail: 'the probe failed: RangeError' }] });
    const report = await health.ready();
    expect(report.probes.map(({ detail }) => detail)).toEqual([
      'the probe failed: RangeError',
      'the probe failed: Error',
    ]);
  });

  it('does not wait for a probe longer than two seconds', async () => {
    jest.useFakeTimers();
    const health = new Health();
    health.add({ name: 'hanging', ready: () => new Promise(() => {}) });
    const report = health.ready();
    await jest.advanceTimersByTimeAsync(2_000);
    expect(await report).toMatchObject({ ok: false, probes: [{ detail: 'no answer within 2000 ms' }] });
  });

  it('asks once for all who ask at the same time, and again for who asks later', async () => {
    const ready = jest.fn(async () => well);
    const health = new Health();
    health.add({ name: 'database', ready });
    await Promise.all([health.ready(), health.ready(), health.ready()]);
    expect(ready).toHaveBeenCalledTimes(1);
    await health.ready();
    expect(ready).toHaveBeenCalledTimes(2);
  });

  it('is not ready while the service stops, and lives on', async () => {
    const health = new Health();
    health.beginShutdown();
    health.beginShutdown();
    expect(await health.ready()).toMatchObject({ ok: false, probes: [{ name: 'shutdown' }] });
    expect(health.live().ok).toBe(true);
  });

  it('knows each probe by a name of its own', () => {
    const health = new Health();
    health.add({ name: 'database' });
    expect(() => health.add({ name: 'database' })).toThrow('there is a probe "database" already');
  });
});
