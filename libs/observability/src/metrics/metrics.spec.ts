import { describe, expect, it } from '@jest/globals';
import { Metrics } from './metrics.js';

describe('Metrics', () => {
  it('counts, measures and times under the name of the service', async () => {
    const metrics = new Metrics('claims');
    metrics.counter({ name: 'parked_total', help: 'x', labels: ['topic'] }).inc({ topic: 'a' }, 2);
    metrics.gauge({ name: 'lag', help: 'x' }, (gauge) => gauge.set(7));
    metrics.histogram({ name: 'batch_seconds', help: 'x' }, [1, 2]).observe(1.5);
    const text = await metrics.registry.metrics();
    expect(text).toContain('parked_total{topic="a",service="claims"} 2');
    expect(text).toContain('lag{service="claims"} 7');
    expect(text).toContain('batch_seconds_bucket{le="2",service="claims"} 1');
    expect(text).toContain('process_cpu_seconds_total');
  });

  it('gives the same metric for the same name', () => {
    const metrics = new Metrics('claims');
    const first = metrics.counter({ name: 'parked_total', help: 'x' });
    expect(metrics.counter({ name: 'parked_total', help: 'x' })).toBe(first);
    expect(() => metrics.gauge({ name: 'parked_total', help: 'x' })).toThrow('of another kind');
  });

  it('refuses a label that was not fixed', () => {
    const counter = new Metrics('claims').counter<string>({
      name: 'parked_total',
      help: 'x',
      labels: ['topic'],
    });
    expect(() => counter.inc({ nik: '1' })).toThrow('nik');
  });

  it('keeps the figures of two services apart', async () => {
    const [first, second] = [new Metrics('a'), new Metrics('b')];
    first.counter({ name: 'parked_total', help: 'x' }).inc();
    expect(await second.registry.metrics()).not.toContain('parked_total');
  });
});
