import { happened, ignored, refused } from '#libs/kernel';
import { expect, it } from '@jest/globals';
import { OPEN, settleBreak } from './settle-break.js';

const said = (by: string) => ({ by, reason: 'booked a day later', at: '2024-12-17T03:00:00.000Z' });
const proposed = { status: 'proposed', first: said('sri') } as const;
const settled = { status: 'settled', first: said('sri'), second: said('budi') } as const;

it('is proposed by the first person', () =>
  expect(settleBreak(said('sri'), OPEN)).toEqual(happened({ type: 'BreakExplained', settlement: proposed })));

it('is settled by a second one, and not by the first again', () => {
  expect(settleBreak(said('budi'), proposed)).toEqual(
    happened({ type: 'BreakSettled', settlement: settled }),
  );
  expect(settleBreak(said('sri'), proposed)).toEqual(refused('second-person-needed'));
});

it('stays as it is once it is settled', () =>
  expect(settleBreak(said('ani'), settled)).toEqual(ignored('already-answered')));
