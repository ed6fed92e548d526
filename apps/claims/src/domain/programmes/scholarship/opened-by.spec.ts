import { describe, expect, it } from '@jest/globals';
import { initialCover } from '../../cover/cover.js';
import type { BenefitCase, Granted } from '../benefit-case.js';
import { USUAL_POLICY } from '../policy.js';
import { opened } from './opened-by.js';

const DIED_ON = '2024-03-20';

const grant = (more: Partial<Granted> = {}): Granted => ({
  programme: 'JKK',
  benefit: 'death-grant',
  membershipId: 'pu-1',
  occurredOn: DIED_ON,
  submittedOn: '2024-04-01',
  decidedOn: '2024-04-02',
  amountRupiah: 60_000_000,
  findings: null,
  ...more,
});

const given = (...granted: Granted[]): BenefitCase => ({
  programme: 'JKK',
  benefit: 'scholarship',
  membershipId: 'pu-1',
  occurredOn: DIED_ON,
  submittedOn: '2024-08-01',
  cover: initialCover,
  findings: null,
  granted,
  policy: USUAL_POLICY,
});

describe('a scholarship', () => {
  it('is opened by a death that was granted for the same day, on whichever membership', () => {
    expect(opened(given(grant())).verdict).toBe('holds');
    expect(opened(given(grant({ membershipId: 'bpu-1' }))).verdict).toBe('holds');
  });

  it('is not opened by one of another day, by care, or by an income of which no findings tell', () => {
    expect(opened(given(grant({ occurredOn: '2024-03-19' })))).toMatchObject({
      verdict: 'broken',
      reason: 'event-opens-no-scholarship',
    });
    expect(opened(given(grant({ benefit: 'accident-care' }))).verdict).toBe('broken');
    expect(opened(given(grant({ benefit: 'accident-income' }))).verdict).toBe('broken');
  });

  it('has nothing noted where both the grant and the papers say it', () => {
    const findings = { kind: 'school-years', years: [], grantedElsewhere: 'death' } as const;
    expect(opened({ ...given(), findings })).toMatchObject({ verdict: 'noted', reason: 'granted-elsewhere' });
    expect(opened({ ...given(grant()), findings }).verdict).toBe('holds');
  });
});
