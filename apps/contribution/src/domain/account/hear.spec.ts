import { happened, ignored, refused } from '#libs/kernel';
import { describe, expect, it } from '@jest/globals';
import { accountOf } from '../../../test/given.js';
import { evolveAccount } from './account.js';
import { hearOfIdentity, hearOfMember } from './hear.js';

const ended = (sequence: number) => ({ type: 'MembershipEnded', sequence, endedOn: '2024-09-01' }) as const;
const found = (sequence: number) =>
  ({ type: 'IdentityRecorded', sequence, identity: { paymentCode: 'code-9', nikToken: 'token-9' } }) as const;

describe('what enrollment says of a membership', () => {
  const heardUpTo4 = { ...accountOf(), taken: { members: 4, identities: 4 } };

  it.each([
    [3, ignored('redelivery')],
    [4, ignored('redelivery')],
    [5, happened(ended(5))],
    [6, refused('sequence-gap')],
  ])('is taken once and in order: number %d after 4', (sequence, outcome) =>
    expect(hearOfMember(ended(sequence), heardUpTo4)).toEqual(outcome),
  );

  it.each([
    [4, ignored('redelivery')],
    [5, happened(found(5))],
    [7, happened(found(7))],
  ])('may skip where the topic keeps only the last word: number %d after 4', (sequence, outcome) =>
    expect(hearOfIdentity(found(sequence), heardUpTo4)).toEqual(outcome),
  );

  it('leaves nothing by which an erased person could be found again', () => {
    const erased = evolveAccount(accountOf({ token: 'token-1' }), { type: 'IdentityErased' });
    expect(erased.identity).toEqual({ paymentCode: null, nikToken: null });
    expect(hearOfIdentity(found(9), erased)).toEqual(ignored('not-ours'));
    const { membership } = accountOf();
    const again = {
      type: 'MemberRegistered',
      sequence: 2,
      paymentCode: 'code-1',
      membership: membership!,
    } as const;
    expect(evolveAccount(erased, again).identity.paymentCode).toBeNull();
  });
});
