import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { RelayTroubles } from './relay-troubles.js';

describe('what keeps a relay from publishing', () => {
  const lines: [string, object][] = [];
  let troubles: RelayTroubles;

  beforeEach(() => {
    jest.useFakeTimers();
    lines.length = 0;
    const tell = (level: string) => (line: object) => void lines.push([level, line]);
    Logger.overrideLogger({ log: tell('log'), warn: tell('warn'), error: tell('error') });
    troubles = new RelayTroubles('/test');
  });
  afterEach(() => {
    jest.useRealTimers();
    Logger.overrideLogger(false);
  });

  const says = (level: string, line: object) => [
    level,
    expect.objectContaining({ source: '/test', part: 'lane 0', ...line }),
  ];

  it('is told at once, with its beginning and its cause, and then every thirty seconds', () => {
    troubles.note('lane 0', 'broker: away');
    const since = new Date(performance.timeOrigin + performance.now()).toISOString();
    jest.advanceTimersByTime(29_999);
    troubles.note('lane 0', 'broker: away');
    expect(lines).toEqual([
      says('warn', { msg: 'events cannot be published', since, cause: 'broker: away' }),
    ]);
    jest.advanceTimersByTime(1);
    troubles.note('lane 0', 'broker: still away');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toEqual(says('warn', { since, cause: 'broker: still away' }));
  });

  it('is told to be over once', () => {
    troubles.note('lane 0', 'broker: away');
    jest.advanceTimersByTime(1_500);
    troubles.end('lane 0');
    troubles.end('lane 0');
    expect(lines.slice(1)).toEqual([says('log', { msg: 'events are published again', lastedMs: 1_500 })]);
    expect(troubles.oldest).toBeNull();
  });

  it('is told no more often when it comes and goes', () => {
    for (let again = 0; again < 20; again += 1) {
      troubles.note('lane 0', 'broker: away');
      jest.advanceTimersByTime(1_000);
      troubles.end('lane 0');
    }
    expect(lines.map(([level]) => level)).toEqual(['warn', 'log']);
  });

  it('is as old as the oldest of its parts', () => {
    troubles.note('lane 0', 'broker: away');
    const since = performance.now();
    jest.advanceTimersByTime(1_000);
    troubles.note('lane 1', 'database: away');
    expect(troubles.oldest).toEqual({ since, detail: 'broker: away' });
    troubles.end('lane 0');
    expect(troubles.oldest).toEqual({ since: since + 1_000, detail: 'database: away' });
  });
});
