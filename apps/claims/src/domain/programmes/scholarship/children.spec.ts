import { describe, expect, it } from '@jest/globals';
import { initialCover } from '../../cover/cover.js';
import type { BenefitCase, Granted } from '../benefit-case.js';
import type { SchoolFindings } from '../findings.js';
import { USUAL_POLICY } from '../policy.js';
import { childrenKnown } from './children.js';

const BORN_ON = '2016-05-01';

const years = (...children: [child: string, birthDate: string | null][]): SchoolFindings => ({
  kind: 'school-years',
  years: children.map(([child, birthDate]) => ({
    child,
    birthDate,
    level: 'primary',
    year: 2024,
    situation: 'studying',
  })),
});

const granted = (findings: SchoolFindings | null): Granted => ({
  programme: 'JKK',
  benefit: 'scholarship',
  membershipId: 'pu-1',
  occurredOn: '2024-03-20',
  submittedOn: '2024-08-01',
  decidedOn: '2024-08-02',
  amountRupiah: 1_500_000,
  findings,
});

const says = (findings: SchoolFindings | null, ...before: (SchoolFindings | null)[]) => {
  const benefitCase: BenefitCase = {
    programme: 'JKK',
    benefit: 'scholarship',
    membershipId: 'pu-1',
    occurredOn: '2024-03-20',
    submittedOn: '2025-08-01',
    cover: initialCover,
    findings,
    granted: before.map(granted),
    policy: USUAL_POLICY,
  };
  return childrenKnown(benefitCase).flatMap(({ verdict, reason }) =>
    reason ? [`${verdict}: ${reason}`] : [],
  );
};

const differs = 'broken: child-birth-date-differs';
const known = 'noted: child-birth-date-known';

describe('a letter', () => {
  it('stands for the same child year after year', () => {
    expect(says(years(['A', BORN_ON]), years(['A', BORN_ON]))).toEqual([]);
    expect(says(years(['A', '2016-05-02']), years(['A', BORN_ON]))).toEqual([differs]);
  });

  it('stands for one child in one claim', () =>
    expect(says(years(['A', BORN_ON], ['A', '2016-05-02']))).toEqual([differs]));

  it('that is new may be a child of its own', () =>
    expect(says(years(['B', '2018-01-31']), years(['A', BORN_ON]))).toEqual([]));
});

describe('a new letter with the birth date of another one', () => {
  it('is noted once: whoever knows the twins has granted both', () => {
    const twins = years(['A', BORN_ON], ['B', BORN_ON]);
    expect(says(years(['B', BORN_ON]), years(['A', BORN_ON]))).toEqual([known]);
    expect(says(twins)).toEqual([known]);
    expect(says(twins, twins)).toEqual([]);
  });
});

describe('a child whose birth date was forgotten with an erased person', () => {
  const forgotten = years(['A', null]);

  it('is still known by its letter', () => {
    expect(says(years(['A', BORN_ON]), forgotten)).toEqual([]);
    expect(says(years(['A', '2016-05-02']), forgotten, years(['A', BORN_ON]))).toEqual([differs]);
  });

  it('may stand behind a new letter, which is noted', () => {
    expect(says(years(['B', BORN_ON]), forgotten)).toEqual(['noted: child-birth-date-forgotten']);
    expect(says(years(['B', BORN_ON], ['C', BORN_ON]), forgotten)).toEqual([known]);
  });
});

it('without findings there is no child to be known', () => {
  expect(says(null, years(['A', BORN_ON]))).toEqual([]);
  expect(says(years(['A', BORN_ON]), null)).toEqual([]);
});
