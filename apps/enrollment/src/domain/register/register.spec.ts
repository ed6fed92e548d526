import { describe, expect, it } from '@jest/globals';
import { happened, ignored } from '#libs/kernel';
import { decideEntry } from './register.js';

const asked = {
  kind: 'channel',
  code: 'PKL-MANAHAN',
  entry: { kind: 'association', name: 'Paguyuban' },
} as const;

describe('an entry of a register', () => {
  it('is recorded', () =>
    expect(decideEntry(asked, null)).toEqual(happened({ type: 'EntryRecorded', ...asked })));

  it('changes nothing when it is the same, however it is written', () =>
    expect(decideEntry(asked, { name: 'Paguyuban', kind: 'association' })).toEqual(
      ignored('nothing-changes'),
    ));

  it.each([[{ kind: 'market', name: 'Paguyuban' }], [{ kind: 'association', name: null }]] as const)(
    'is recorded again when it was %j',
    (known) => expect(decideEntry(asked, known).kind).toBe('happened'),
  );
});
