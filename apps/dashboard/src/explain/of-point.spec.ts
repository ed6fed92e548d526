import { describe, expect, it } from '@jest/globals';
import { answerWith, SOLO_ROW } from '../model/solo.example.js';
import { shownIn } from '../words/shown.js';
import { hasCsv } from './definition.js';
import { pointDefinition, type PointMetric } from './of-point.js';

const ADDRESS = 'http://cakupan.test/v1/coverage/series?region=33.72&through=2024-12-17';
const COUNTED_IN_JULY = { ...SOLO_ROW.denominator!, asOf: '2024-07-01' };

const defined = (metric: PointMetric, on: string) => {
  const answer = answerWith([{ ...SOLO_ROW, denominator: COUNTED_IN_JULY }]);
  const figure = { body: answer, address: 'http://cakupan.test/v1/coverage?region=33.72', sentAt: null };
  const series = { body: { points: [], freshness: answer.freshness }, address: ADDRESS, sentAt: null };
  const point = { on, persons: 100_000, coverage: 0.44 };
  return pointDefinition(metric, { figure, point, series }, shownIn('id'));
};
const inputsOf = (on: string) => defined('coverage', on).inputs.map((input) => input.join(': '));

describe('what is said of a point of the trend', () => {
  it('is of its own day, and the series gives it, as a table, too', () => {
    const definition = defined('persons', '2024-11-30');
    expect(definition.inputs).toContainEqual(['Keadaan pada', '30 November 2024']);
    expect(definition.address).toBe(ADDRESS);
    expect(hasCsv(definition)).toBe(true);
    expect(definition.standing.kind).toBe('heard');
  });

  it('divides by the denominator of the figure, since the day on which that was counted', () => {
    expect(defined('coverage', '2024-07-01').calculation).toContain('100.000 ÷ 227.164 =');
    expect(inputsOf('2024-07-01')).toContain('Sumber: espos-2024-12-18');
  });

  it('says that its denominator is not named, before that day', () => {
    expect(defined('coverage', '2024-06-30').calculation).toBeNull();
    expect(defined('coverage', '2024-06-30').meaning).toContain('tidak disebut dalam jawaban ini');
    expect(inputsOf('2024-06-30').some((line) => line.startsWith('Penyebut'))).toBe(false);
  });

  it('at the end is the figure itself', () => {
    const { address, standing, calculation } = defined('coverage', '2024-12-17');
    expect(address).toBe('http://cakupan.test/v1/coverage?region=33.72&asOf=2024-12-17');
    expect(standing.kind).toBe('heard');
    expect(calculation).toContain('100.512 ÷ 227.164');
  });
});
