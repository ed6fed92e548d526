import { describe, expect, it } from '@jest/globals';
import { differencesFrom, type Identity } from './identity.js';

const sri: Identity = { fullName: 'Sri Rahayu', birthDate: '1990-08-17' };
const from = (fullName: string, birthDate = sri.birthDate, before: readonly Identity[] = [sri]) =>
  differencesFrom({ fullName, birthDate }, before);

describe('a statement under a NIK that is known', () => {
  it.each(['Sri Rahayu', 'SRI RAHAYU', ' rahayu,  sri ', 'Sri. Rahayú'])(
    'differs in nothing when it says %j',
    (name) => expect(from(name)).toEqual([]),
  );

  it.each(['Sri Rahayu Ningsih', 'Sri', 'Budi Santoso', '', '…'])('differs in the name %j', (name) =>
    expect(from(name)).toEqual(['name']),
  );

  it('differs in the birth date by a day', () => {
    expect(from('Sri Rahayu', '1990-08-18')).toEqual(['birth-date']);
    expect(from('Budi', '1990-08-18')).toEqual(['name', 'birth-date']);
  });

  it('is compared with all that were made before, and with nothing where there were none', () => {
    const married: Identity = { fullName: 'Sri Santoso', birthDate: '1990-08-17' };
    expect(from('Sri Rahayu', sri.birthDate, [sri, married])).toEqual([]);
    expect(from('Sri Santoso', sri.birthDate, [sri, married])).toEqual([]);
    expect(from('Budi', '1970-01-01', [])).toEqual([]);
  });
});
