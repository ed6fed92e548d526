import { describe, expect, it } from '@jest/globals';
import { MachineClock, StoryClock, UuidV7Ids } from './system.js';

describe('ids', () => {
  const ids = new UuidV7Ids();

  it('are UUIDs of version 7', () =>
    expect(ids.next()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/));

  it('begin with the time, and are never the same', () => {
    const made = Array.from({ length: 1_000 }, () => ids.next());
    expect(new Set(made).size).toBe(1_000);
    const time = Number.parseInt(made[0]!.replace('-', '').slice(0, 12), 16);
    expect(Math.abs(Date.now() - time)).toBeLessThan(5_000);
  });
});

describe('the story clock', () => {
  const clock = new StoryClock('2024-12-17');

  it('records at the instant that is stated', () =>
    expect(clock.recordedAt('2023-05-01T08:00:00+07:00')).toBe('2023-05-01T01:00:00.000Z'));

  it('records on the last day when nothing is stated', () => {
    const instant = Date.parse(clock.recordedAt(null));
    expect(instant).toBeGreaterThanOrEqual(Date.parse('2024-12-17T00:00:00+07:00'));
    expect(instant).toBeLessThan(Date.parse('2024-12-18T00:00:00+07:00'));
  });
});

it('the machine’s clock does not listen to what is stated', () =>
  expect(
    Math.abs(Date.parse(new MachineClock().recordedAt('2001-01-01T00:00:00Z')) - Date.now()),
  ).toBeLessThan(5_000));
