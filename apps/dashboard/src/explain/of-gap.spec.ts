import { describe, expect, it } from '@jest/globals';
import type { Gap, Gaps } from '../api/answers.js';
import { answerWith, SOLO_ROW } from '../model/solo.example.js';
import { shownIn } from '../words/shown.js';
import { gapDefinition, gapText, type GapMetric } from './of-gap.js';

const shown = shownIn('id');

const BANJARSARI: Gap = {
  region: '33.72.05',
  name: 'Banjarsari',
  persons: 40,
  denominator: { ...SOLO_ROW.denominator!, value: 200 },
  coverage: 0.2,
  coverageText: '20,00%',
  missing: 160,
  pacePerDay: 1.25,
  registered: 80,
  retention: 0.5,
  ranks: { missing: 1, pace: 1, retention: 3 },
  share: { goal: 100, needed: 60, projectedOn: '2025-02-15' },
};

const gapsWith = (change: Partial<Gaps> = {}): Gaps => ({
  asOf: '2024-12-17',
  knownOn: null,
  rankedBy: 'missing',
  whole: SOLO_ROW,
  sharedBy: 'denominator',
  rows: [BANJARSARI],
  elsewhere: 0,
  freshness: answerWith([]).freshness,
  ...change,
});

const given = (gap: Partial<Gap>, gaps: Partial<Gaps>) => ({
  of: { body: gapsWith(gaps), address: 'http://cakupan.test/v1/gaps?region=33.72', sentAt: null },
  gap: { ...BANJARSARI, ...gap },
});
const defined = (metric: GapMetric, gap: Partial<Gap> = {}, gaps: Partial<Gaps> = {}) =>
  gapDefinition(metric, given(gap, gaps), shown);
const written = (metric: GapMetric, gap: Partial<Gap> = {}, gaps: Partial<Gaps> = {}) =>
  gapText(metric, given(gap, gaps), shown);

describe('a number of a ranked region', () => {
  it.each([
    ['missing', '160', '200 − 40 = 160'],
    ['coverage', '20,00%', '40 ÷ 200 = 0,2 → 20,00%'],
    ['pacePerDay', '1,25', null],
    ['retention', '50,00%', '40 ÷ 80 = 0,5 → 50,00%'],
    ['needed', '60', '100 − 40 = 60'],
  ] as const)('is written with how it comes about: %s', (metric, text, calculation) => {
    expect(written(metric)).toBe(text);
    expect(defined(metric).calculation).toBe(calculation);
  });

  it('is not known where there is neither denominator nor target, nor anybody registered', () => {
    const bare = {
      ...BANJARSARI,
      denominator: null,
      coverage: null,
      coverageText: null,
      missing: null,
      registered: 0,
      share: null,
    };
    for (const metric of ['missing', 'coverage', 'retention', 'needed'] as const) {
      expect(written(metric, bare)).toBe('–');
      expect(defined(metric, bare).calculation).toBeNull();
    }
  });

  it('shows that a part of a target is reached', () =>
    expect(defined('needed', { share: { goal: 40, needed: 0, projectedOn: null } }).calculation).toBe(
      '40 ≤ 40',
    ));

  it('calculates nothing of a target for new members: those who count towards it are not told', () => {
    const target = { ...SOLO_ROW.target!, kind: 'new' as const, value: 500 };
    expect(defined('needed', {}, { whole: { ...SOLO_ROW, target } }).calculation).toBeNull();
  });

  it('has a place in the order that was asked for, or none', () => {
    expect(written('rank', {}, { rankedBy: 'retention' })).toBe('3');
    expect(defined('rank', {}, { rankedBy: 'retention' }).meaning).toContain('bertahan');
    expect(written('rank', { ranks: { missing: null, pace: 1, retention: 3 } })).toBe('–');
  });

  it('says which question gives it, with the day written out, and how far the answer had heard', () => {
    const { address, standing } = defined('missing');
    expect(address).toBe('http://cakupan.test/v1/gaps?region=33.72&asOf=2024-12-17');
    expect(standing).toEqual({ kind: 'heard', freshness: answerWith([]).freshness });
  });

  it('names the target, the part of it, and by what it was shared out', () => {
    const inputs = defined('needed').inputs.map((input) => input.join(': '));
    expect(inputs).toContain('Target: 50%');
    expect(inputs).toContain('Bagiannya dari target: 100');
    expect(inputs).toContain('Dibagi menurut: penyebut');
  });
});
