import { describe, expect, it } from '@jest/globals';
import {
  decideWish,
  REBUILD_STATUSES,
  secondsLeft,
  type RebuildStatus,
  type RebuildWish,
} from './rebuild.js';

const said = (wish: RebuildWish, status: RebuildStatus) => {
  const outcome = decideWish(wish, status);
  return outcome.kind === 'happened' ? outcome.events[0] : `${outcome.kind}: ${outcome.reason}`;
};

const [again, ended, gone] = [
  'ignored: nothing-changes',
  'refused: rebuild-ended',
  'refused: nothing-to-go-back-to',
];
const early = 'refused: rebuild-not-ready';

/** What becomes of each wish, status by status. */
const TABLE: Readonly<Record<RebuildStatus, Readonly<Record<RebuildWish, string>>>> = {
  loading: { switch: early, cancel: 'cancelled', rollback: gone },
  comparing: { switch: early, cancel: 'cancelled', rollback: gone },
  ready: { switch: 'switching', cancel: 'cancelled', rollback: gone },
  switching: { switch: again, cancel: 'cancelled', rollback: gone },
  switched: { switch: again, cancel: 'settled', rollback: 'rolling-back' },
  'rolling-back': { switch: ended, cancel: ended, rollback: again },
  'rolled-back': { switch: ended, cancel: ended, rollback: again },
  settled: { switch: ended, cancel: again, rollback: gone },
  cancelled: { switch: ended, cancel: again, rollback: gone },
  failed: { switch: ended, cancel: ended, rollback: gone },
};

describe('a wish about a rebuild', () => {
  it.each(REBUILD_STATUSES)('that is %s is granted, needless or refused', (status) => {
    const wishes = Object.keys(TABLE[status]) as RebuildWish[];
    expect(Object.fromEntries(wishes.map((wish) => [wish, said(wish, status)]))).toEqual(TABLE[status]);
  });
});

describe('the time that is left', () => {
  it('follows from the speed so far, rounded up', () => {
    expect(secondsLeft({ read: 100, total: 201, messagesPerSecond: 100 })).toBe(2);
    expect(secondsLeft({ read: 100, total: 200, messagesPerSecond: 100 })).toBe(1);
  });

  it('is not known before the speed is, and none when all is read', () => {
    expect(secondsLeft({ read: 0, total: 200, messagesPerSecond: 0 })).toBeNull();
    expect(secondsLeft({ read: 200, total: 200, messagesPerSecond: 0 })).toBe(0);
    expect(secondsLeft({ read: 201, total: 200, messagesPerSecond: 9 })).toBe(0);
  });
});
