import { describe, expect, it } from '@jest/globals';
import { Mask, shownKey } from './mask.js';

const NIK = '3372051708900001';

describe('what an operator sees of numbers', () => {
  it.each([
    ['a number in a text', `{"nik":"${NIK}"}`, '{"nik":"[nik-1]"}'],
    ['a number without quotes', `{"nik":${NIK},`, '{"nik":[nik-1],'],
    ['a number in groups', '3372 0517 0890 0001', '[nik-1]'],
    ['a number with dots and hyphens', '337205.170890-0001', '[nik-1]'],
    ['more digits than a NIK has', `${NIK}0`, '[nik-1]'],
    ['escaped digits', `"\\u0033372051708900001"`, '"[nik-1]"'],
    ['one digit less', NIK.slice(1), NIK.slice(1)],
    ['an instant', '2024-12-17T09:30:00+07:00', '2024-12-17T09:30:00+07:00'],
  ])('hides %s', (_, text, shown) => {
    expect(new Mask().hide(text)).toBe(shown);
  });

  const CODE = '8888824000000017';

  it.each([
    [`{"paymentCode": "${CODE}","nik":null}`, `{"paymentCode": "${CODE}","nik":null}`],
    [`{"paymentCode":${CODE}`, `{"paymentCode":${CODE}`],
    [`{"paymentCode":"${NIK}"}`, '{"paymentCode":"[nik-1]"}'],
    [`{"paymentCode":"3372 0517 0890 0001"}`, '{"paymentCode":"[nik-1]"}'],
    [`{"paymentCode":"${CODE}${NIK}"}`, '{"paymentCode":"[nik-1]"}'],
    [`{"paymentCode":"${CODE} ${NIK}"}`, '{"paymentCode":"[nik-1]"}'],
    [`{"paymentCode":"\\u0033372051708900001"}`, '{"paymentCode":"[nik-1]"}'],
    [`{"nik":"${CODE}"}`, '{"nik":"[nik-1]"}'],
    [
      `{"lines":[{"paymentCode":"${CODE}"},{"nik":"${NIK}"}]}`,
      `{"lines":[{"paymentCode":"${CODE}"},{"nik":"[nik-1]"}]}`,
    ],
  ])('knows a payment code by its field, and a NIK in it all the same: %s', (text, shown) => {
    const mask = new Mask();
    expect(mask.hide(text)).toBe(shown);
    expect(mask.restore(shown)).toBe(text.replace('\\u0033', '3'));
  });

  it('gives each number one placeholder, and puts back what was there', () => {
    const mask = new Mask();
    const other = '3372045203850002';
    const shown = mask.hide(`${NIK}, ${other}, ${NIK}`);
    expect(shown).toBe('[nik-1], [nik-2], [nik-1]');
    expect(mask.restore(`{"nik":"[nik-2]"}`)).toBe(`{"nik":"${other}"}`);
    expect(mask.restore('[nik-3] [nik-0]')).toBe('[nik-3] [nik-0]');
  });

  it.each([
    [NIK, '[nik]'],
    [`nik:${NIK}`, 'nik:[nik]'],
    ['8888824000000017', '8888824000000017'],
    ['0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01', '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01'],
    [`${NIK}7`, `${NIK}7`],
  ])('shows the key %s as %s', (key, shown) => {
    expect(shownKey(Buffer.from(key))).toBe(shown);
  });

  it('shows no key where there is none', () => {
    expect(shownKey(null)).toBeNull();
  });
});
