import { describe, expect, it } from '@jest/globals';
import { initialCover } from '../../cover/cover.js';
import type { BenefitCase, Granted } from '../benefit-case.js';
import type { Findings, InabilityFindings } from '../findings.js';
import { USUAL_POLICY } from '../policy.js';
import { careBefore, incomeOnce, partsBeforeRupiah } from './granted-before.js';

const HURT_ON = '2024-01-10';
const OTHER_DAY = '2024-01-09';

const income = (findings: Findings | null, occurredOn = HURT_ON): Granted => ({
  programme: 'JKK',
  benefit: 'accident-income',
  membershipId: 'bpu-1',
  occurredOn,
  submittedOn: '2024-08-01',
  decidedOn: '2024-08-02',
  amountRupiah: 32_000_000,
  findings,
});

const claimed = (findings: Findings | null, ...granted: Granted[]): BenefitCase => ({
  programme: 'JKK',
  benefit: 'accident-income',
  membershipId: 'bpu-1',
  occurredOn: HURT_ON,
  submittedOn: '2025-05-01',
  cover: initialCover,
  findings,
  granted,
  policy: USUAL_POLICY,
});

const inability = (inabilityFrom: string, from: string, through: string): InabilityFindings => ({
  kind: 'temporary-disability',
  inabilityFrom,
  from,
  through,
});
const part: Findings = {
  kind: 'permanent-disability',
  extent: 'part',
  tableBasisPoints: 4_000,
  lossBasisPoints: null,
};
const total: Findings = { kind: 'permanent-disability', extent: 'total' };

const broken = (benefitCase: BenefitCase) =>
  incomeOnce(benefitCase).flatMap(({ verdict, reason }) => (verdict === 'broken' ? [reason] : []));

describe('the first day without work', () => {
  const first = inability(HURT_ON, HURT_ON, '2024-07-09');
  const next = (inabilityFrom: string) => inability(inabilityFrom, '2024-07-10', '2025-04-09');

  it('is one for all claims of an accident', () => {
    expect(broken(claimed(next(HURT_ON), income(first)))).toEqual([]);
    expect(broken(claimed(next('2024-01-11'), income(first)))).toEqual(['inability-from-differs']);
    expect(broken(claimed(next('2024-01-11')))).toEqual([]);
  });

  it('is another one after another accident', () =>
    expect(broken(claimed(next('2024-01-11'), income(first, OTHER_DAY)))).toEqual([]));

  it('does not make a day payable twice', () =>
    expect(broken(claimed(inability(OTHER_DAY, '2024-07-09', '2024-07-09'), income(first)))).toEqual([
      'benefit-already-granted',
      'inability-from-differs',
    ]));
});

describe('a lasting disability', () => {
  it('is not granted in part after it was in total, but after another accident', () => {
    expect(broken(claimed(part, income(total)))).toEqual(['benefit-already-granted']);
    expect(broken(claimed(part, income(total, OTHER_DAY)))).toEqual([]);
    expect(broken(claimed(part, income(part)))).toEqual([]);
  });

  it('is total once in a life', () => {
    expect(broken(claimed(total, income(total, OTHER_DAY)))).toEqual(['benefit-already-granted']);
    expect(broken(claimed(total, income(part)))).toEqual([]);
  });

  it('leaves nothing to be granted after it without findings', () => {
    expect(broken(claimed(null, income(total)))).toEqual(['whole-sum-granted']);
    expect(broken(claimed(null, income(total, OTHER_DAY), income(part)))).toEqual([]);
  });

  it('counts what was granted for parts by the same accident alone', () => {
    const before = [income(part), income(part), income(part, OTHER_DAY), income(total), income(null)];
    expect(partsBeforeRupiah(claimed(total, ...before))).toBe(64_000_000);
    expect(partsBeforeRupiah(claimed(total))).toBe(0);
  });
});

it('receipts of care are those of the same accident', () => {
  const care: Findings = { kind: 'care', costsRupiah: { land: 1 } };
  expect(careBefore(claimed(null, income(care), income(care, OTHER_DAY), income(null)))).toEqual([care]);
});
