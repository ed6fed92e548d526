import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays } from '#libs/kernel';
import { readNik } from './nik.js';

describe('reading a NIK', () => {
  it('reads the day of birth of a man', () =>
    expect(readNik('3372051708900001', '1990-08-17')).toEqual({
      regency: '33.72',
      birthDate: '1990-08-17',
      sex: 'male',
    }));

  it('takes forty off the day of a woman', () =>
    expect(readNik('3372055708900001', '1990-08-17')).toEqual({
      regency: '33.72',
      birthDate: '1990-08-17',
      sex: 'female',
    }));

  it.each([
    ['31 of a man', '3372053108900001', '1990-08-31', 'male'],
    ['31 of a woman', '3372057108900001', '1990-08-31', 'female'],
    ['1 of a woman', '3372054108900001', '1990-08-01', 'female'],
  ])('takes the day %s', (_name, nik, birthDate, sex) =>
    expect(readNik(nik, birthDate)).toEqual({ regency: '33.72', birthDate, sex }),
  );

  it.each([
    ['the day 0', '3372050008900001'],
    ['the day 32', '3372053208900001'],
    ['the day 40, which is no day of a woman', '3372054008900001'],
    ['the day 72', '3372057208900001'],
    ['the month 0', '3372051700900001'],
    ['the month 13', '3372051713900001'],
    ['31 April', '3372053104900001'],
    ['29 February of a common year in either century', '3372052902900001'],
    ['the serial 0000', '3372051708900000'],
    ['15 digits', '337205170890001'],
    ['17 digits', '33720517089000011'],
    ['letters', '33720517O8900001'],
    ['nothing', ''],
  ])('finds %s implausible', (_name, nik) => expect(readNik(nik, '1990-08-17')).toBeNull());

  it('takes 29 February 2000, though 1900 had none', () =>
    expect(readNik('3372052902000001', '1990-01-01')).toMatchObject({
      birthDate: '2000-02-29',
      sex: 'male',
    }));

  it('lets the stated birth date settle the century', () => {
    expect(readNik('3372050105050001', '2005-05-01')?.birthDate).toBe('2005-05-01');
    expect(readNik('3372050105050001', '1941-01-01')?.birthDate).toBe('1905-05-01');
    expect(readNik('3372053112990001', '2000-01-01')?.birthDate).toBe('1999-12-31');
  });

  it('takes any place of first registration', () =>
    expect(readNik('9999991708900001', '1990-08-17')).not.toBeNull());

  it('gives back whatever date and sex it was made of', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30_000 }),
        fc.boolean(),
        fc.integer({ min: 1, max: 9999 }),
        (days, female, serial) => {
          const birthDate = addDays('1926-01-01', days);
          const [year, month, day] = birthDate.split('-') as [string, string, string];
          const dayField = String(Number(day) + (female ? 40 : 0)).padStart(2, '0');
          const nik = `337205${dayField}${month}${year.slice(2)}${String(serial).padStart(4, '0')}`;
          expect(readNik(nik, birthDate)).toEqual({
            regency: '33.72',
            birthDate,
            sex: female ? 'female' : 'male',
          });
        },
      ),
    ));

  it('never throws, whatever stands in for a number or a birth date', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 15, maxLength: 17 });
    fc.assert(
      fc.property(fc.oneof(digits, fc.string()), fc.oneof(fc.string(), digits), (nik, stated) => {
        const reading = readNik(nik, stated);
        expect(reading === null || /^\d{16}$/.test(nik)).toBe(true);
      }),
    );
  });
});
