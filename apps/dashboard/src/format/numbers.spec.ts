import { describe, expect, it } from '@jest/globals';
import { aim, compact, coverageText, duration, exactRatio, percent, signed, whole } from './numbers.js';

describe('numbers', () => {
  it.each([
    [100_512, '100.512', '100,512'],
    [0, '0', '0'],
    [999, '999', '999'],
    [1_000, '1.000', '1,000'],
  ])('writes %d whole', (value, id, en) => {
    expect(whole(value, 'id')).toBe(id);
    expect(whole(value, 'en')).toBe(en);
  });

  it.each([
    [1_200, '+1.200'],
    [0, '0'],
    [-1_200, '−1.200'],
  ])('writes %d with its sign', (value, text) =>
    expect(signed(value, (each) => whole(each, 'id'))).toBe(text),
  );

  it('truncates a percentage to two decimals and never rounds', () => {
    expect(percent(100_512 / 227_164, 'id')).toBe('44,24%');
    expect(percent(80 / 120, 'id')).toBe('66,66%');
    expect(percent(0.999999, 'en')).toBe('99.99%');
    expect(percent(1, 'id')).toBe('100,00%');
  });

  it.each([0.29, 0.57, 0.58, 0.07])('does not lose a hundredth of %d to binary fractions', (ratio) =>
    expect(percent(ratio, 'en')).toBe(`${(ratio * 100).toFixed(2)}%`),
  );

  it('writes the text of the service in each language', () => {
    expect(coverageText('44,24%', 'id')).toBe('44,24%');
    expect(coverageText('44,24%', 'en')).toBe('44.24%');
    expect(coverageText('1.044,24%', 'en')).toBe('1044.24%');
  });

  it('writes a ratio with all that was computed', () =>
    expect(exactRatio(0.44246447500484, 'id')).toBe('0,44246447500484'));

  it('writes aims without needless decimals', () => {
    expect(aim(0.5, 'id')).toBe('50%');
    expect(aim(0.625, 'id')).toBe('62,5%');
  });

  it('writes thousands short on axes', () => expect(compact(100_000, 'en')).toBe('100k'));
});

describe('duration', () => {
  it.each([
    [140, '0,14 detik', '0.14 s'],
    [59_999, '60 detik', '60 s'],
    [60_000, '1 menit', '1 min'],
    [3_599_999, '59 menit', '59 min'],
    [3_600_000, '1 jam', '1 h'],
    [172_799_999, '47 jam', '47 h'],
    [172_800_000, '2 hari', '2 days'],
  ])('of %d ms', (ms, id, en) => {
    expect(duration(ms, 'id')).toBe(id);
    expect(duration(ms, 'en')).toBe(en);
  });
});
