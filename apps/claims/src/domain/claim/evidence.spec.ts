import { describe, expect, it } from '@jest/globals';
import { missingOf, papersOf, type Claimed, type EvidenceKind } from './evidence.js';

const claimed = (more: Partial<Claimed>): Claimed => ({
  programme: 'JKK',
  benefit: 'accident-income',
  occurredOn: '2024-03-20',
  findings: null,
  amountRupiah: null,
  ...more,
});
const papers = (...kinds: EvidenceKind[]) =>
  kinds.map((kind) => ({ kind, receivedOn: '2024-03-25', note: null }));
const USUAL = papers('member-card', 'identity-card', 'chronology', 'medical-report');

describe('a work accident', () => {
  it('in traffic needs a report of the police', () => {
    expect(missingOf(claimed({ isRoadAccident: true }), USUAL)).toEqual(['police-report']);
    expect(missingOf(claimed({ isRoadAccident: false }), USUAL)).toEqual([]);
    const death = claimed({ benefit: 'funeral', isRoadAccident: true });
    expect(missingOf(death, USUAL)).toContain('police-report');
  });

  it('after which somebody could not work needs letters of rest, one that left a disability does not', () => {
    const days = { inabilityFrom: '2024-03-20', from: '2024-03-20', through: '2024-03-24' };
    const unable = claimed({ findings: { kind: 'temporary-disability', ...days } });
    const disabled = claimed({ findings: { kind: 'permanent-disability', extent: 'total' } });
    expect(missingOf(unable, USUAL)).toEqual(['rest-letter']);
    expect(missingOf(unable, [...USUAL, ...papers('rest-letter')])).toEqual([]);
    expect(missingOf(disabled, USUAL)).toEqual([]);
  });
});

describe('old age savings', () => {
  const LIST = papers('member-card', 'identity-card', 'family-card', 'bank-book', 'reason-letter');
  const savings = (amountRupiah: number | null) =>
    claimed({ programme: 'JHT', benefit: 'old-age', amountRupiah });

  it('of more than 50,000,000 need the tax number', () => {
    expect(missingOf(savings(50_000_000), LIST)).toEqual([]);
    expect(missingOf(savings(50_000_001), LIST)).toEqual(['tax-number']);
    expect(missingOf(savings(50_000_001), [...LIST, ...papers('tax-number')])).toEqual([]);
  });

  it('that are brought forward need the statement, as those of a pension do', () => {
    const broughtForward = { amountRupiah: 1_000_000, through: '2023-12' };
    const found = { kind: 'savings', why: 'resigned', birthDate: null } as const;
    const brought = { ...savings(1_000_000), findings: { ...found, broughtForward } };
    expect(missingOf(brought, LIST)).toEqual(['savings-statement']);
    expect(missingOf({ ...brought, programme: 'JP', benefit: 'pension' }, LIST)).toEqual([
      'savings-statement',
    ]);
    expect(missingOf({ ...brought, findings: found }, LIST)).toEqual([]);
  });

  it('need none while nobody knows the amount, and a death never does', () => {
    expect(missingOf(savings(null), LIST)).toEqual([]);
    const death = claimed({ programme: 'JKM', benefit: 'death-grant', amountRupiah: 50_000_001 });
    expect(missingOf(death, LIST)).not.toContain('tax-number');
  });
});

it('papers are complete on the day on which the last needed one came, also a further one', () => {
  const road = claimed({ isRoadAccident: true });
  const report = { kind: 'police-report', receivedOn: '2024-04-02', note: null } as const;
  expect(papersOf(road, USUAL)).toEqual({ status: 'incomplete', missing: ['police-report'] });
  expect(papersOf(road, [...USUAL, report])).toEqual({ status: 'complete', completeOn: '2024-04-02' });
});
