import type { FastifyReply, FastifyRequest } from '#libs/http';
import { describe, expect, it } from '@jest/globals';
import type { ReadingMark } from '../../../use-cases/freshness.js';
import { tableAnswer } from './table-answer.js';

const viewOf = (reading: ReadingMark, lagMs = 0) => ({
  persons: 1,
  freshness: { recordedThrough: null, lagMs, applied: lagMs, reading },
});

const etagOf = (view: ReturnType<typeof viewOf>): string => {
  const told: Record<string, string> = {};
  const reply = { headers: (headers: object) => Object.assign(told, headers) } as unknown as FastifyReply;
  const request = { headers: {} } as FastifyRequest;
  expect(tableAnswer(request, reply, { view, columns: [], rows: [], name: 'x' })).toBe(view);
  return told['etag']!;
};

describe('the ETag of a table', () => {
  const held = etagOf(viewOf('current'));

  it.each([viewOf('current', 140), viewOf('behind')])('stays while figures get fresher: %j', (view) =>
    expect(etagOf(view)).toBe(held),
  );

  it.each([viewOf('standing-still'), viewOf('unknown'), { ...viewOf('current'), persons: 2 }])(
    'changes with the figures, and when they get no fresher: %j',
    (view) => expect(etagOf(view)).not.toBe(held),
  );
});
