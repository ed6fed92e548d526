import { describe, expect, it } from '@jest/globals';
import { initialCover } from '../../cover/cover.js';
import type { BenefitCase } from '../benefit-case.js';
import { USUAL_POLICY } from '../policy.js';
import { assessJkk } from './assess.js';

/** A disease by work that ended on 31 March 2021. */
const given = (diagnosedOn: string | null, more: Partial<BenefitCase> = {}): BenefitCase => ({
  programme: 'JKK',
  benefit: 'accident-care',
  membershipId: 'bpu-1',
  occurredOn: '2021-03-31',
  diagnosedOn,
  submittedOn: diagnosedOn ?? '2021-04-01',
  cover: initialCover,
  findings: null,
  granted: [],
  policy: USUAL_POLICY,
  ...more,
});
const verdictOn = (rule: string, benefitCase: BenefitCase) =>
  assessJkk(benefitCase).rules.find((one) => one.rule === rule);

describe('an occupational disease', () => {
  it('is diagnosed within three years of leaving the work', () => {
    expect(verdictOn('diagnosed-in-time', given('2024-03-31'))).toMatchObject({ verdict: 'holds' });
    expect(verdictOn('diagnosed-in-time', given('2024-04-01'))).toMatchObject({
      verdict: 'broken',
      reason: 'diagnosed-late',
    });
  });

  it('is claimed within five years of the diagnosis, however long ago the work was', () => {
    const claimed = (submittedOn: string) =>
      verdictOn('claimed-in-time', given('2022-05-10', { submittedOn }));
    expect(claimed('2027-05-10')).toMatchObject({ verdict: 'holds' });
    expect(claimed('2027-05-11')).toMatchObject({ verdict: 'broken', reason: 'claim-lapsed' });
  });

  it('is reported within two days of the diagnosis', () => {
    const reported = (reportedOn: string) =>
      verdictOn(
        'reported-in-time',
        given('2022-05-10', { findings: { kind: 'care', costsRupiah: {}, reportedOn } }),
      );
    expect(reported('2022-05-12')).toMatchObject({ verdict: 'holds' });
    expect(reported('2022-05-13')).toMatchObject({ verdict: 'noted', reason: 'reported-late' });
  });
});

it('an accident is known at once: five years from its day, and no diagnosis is asked for', () => {
  const claimed = (submittedOn: string) => verdictOn('claimed-in-time', given(null, { submittedOn }));
  expect(claimed('2026-03-31')).toMatchObject({ verdict: 'holds' });
  expect(claimed('2026-04-01')).toMatchObject({ verdict: 'broken', reason: 'claim-lapsed' });
  expect(verdictOn('diagnosed-in-time', given(null))).toBeUndefined();
});
