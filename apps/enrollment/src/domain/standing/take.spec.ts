import { describe, expect, it } from '@jest/globals';
import { happened, ignored, refused } from '#libs/kernel';
import { take } from './take.js';

const fact = { type: 'MembershipRevived' } as const;

describe('a fact about a membership', () => {
  it('is taken after the one before it', () => {
    expect(take({ sequence: 1, fact }, 0)).toEqual(happened(fact));
    expect(take({ sequence: 3, fact }, 2)).toEqual(happened(fact));
  });
  it('is taken once', () => {
    expect(take({ sequence: 2, fact }, 2)).toEqual(ignored('redelivery'));
    expect(take({ sequence: 1, fact }, 2)).toEqual(ignored('redelivery'));
  });
  it('waits when one before it is missing, unless that was passed over', () => {
    expect(take({ sequence: 4, fact }, 2)).toEqual(refused('sequence-gap'));
    expect(take({ sequence: 4, follows: 2, fact }, 2)).toEqual(happened(fact));
  });
});
