import { readFileSync } from 'node:fs';
import { addMonths, lastDayOf, type Benefit, type Programme, type Segment } from '#libs/kernel';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { forbids, notes } from '../claim/check.js';
import { checkClaim } from '../claim/claim.check.js';
import type { Claim, Submission } from '../claim/claim.js';
import { EVIDENCE_KINDS } from '../claim/evidence.js';
import { evolveCover, initialCover, type CoverFact } from '../cover/cover.js';
import { COSTS, type Findings, type SchoolFindings, type SchoolYear } from './findings.js';
import { USUAL_POLICY } from './policy.js';

/** A line of the table that was worked out by hand; it is read here, never written. */
interface Example {
  readonly id: string;
  readonly paragraph: string;
  readonly programme: Programme;
  readonly benefit: Benefit;
  readonly segment: Segment;
  readonly basis: string;
  readonly registered: string;
  readonly paid: string;
  readonly monthly: string;
  readonly occurred: string;
  readonly submitted: string;
  readonly findings: string;
  readonly before: string;
  readonly steps: string;
  readonly amount: string;
  readonly broken: string;
  readonly noted: string;
}

const table = readFileSync(new URL('./worked-examples.csv', import.meta.url), 'utf8');
const examples: readonly Example[] = parse(table, { columns: true });
const page = readFileSync(new URL('../../../../../docs/benefits.md', import.meta.url), 'utf8');

const valuesIn = (text: string): Record<string, string> =>
  Object.fromEntries(text.split(' ').map((pair) => pair.split('=') as [string, string]));

const yearOf = (text: string): SchoolYear => {
  const [child, birthDate, level, year, situation = 'studying'] = text.split(':') as [string, ...string[]];
  return { child, birthDate, level, year: Number(year), situation } as SchoolYear;
};

/** `A:2016-05-01:primary:2024` for each year, and `elsewhere=death` where it was not granted here. */
const schoolFindings = (text: string): Findings => {
  const [years, told] = [/^[A-C]:/, /=/].map((those) => text.split(' ').filter((part) => those.test(part)));
  const { elsewhere } = valuesIn(told!.join(' '));
  const grantedElsewhere = elsewhere as SchoolFindings['grantedElsewhere'];
  return { kind: 'school-years', years: years!.map(yearOf), ...(grantedElsewhere && { grantedElsewhere }) };
};

const jkkFindings = (text: string): Findings => {
  const { inability, from, through, table: tableOf, loss, reported, declared, ...costs } = valuesIn(text);
  const told = { ...(reported && { reportedOn: reported }), ...(declared && { declaredOn: declared }) };
  const kind = 'permanent-disability';
  if (text === 'total') return { kind, extent: 'total' };
  if (tableOf !== undefined)
    return {
      kind,
      extent: 'part',
      tableBasisPoints: Number(tableOf),
      lossBasisPoints: loss === undefined ? null : Number(loss),
      ...told,
    };
  if (inability !== undefined)
    return {
      kind: 'temporary-disability',
      inabilityFrom: inability,
      from: from!,
      through: through!,
      ...told,
    };
  const costsRupiah = Object.fromEntries(
    COSTS.flatMap((cost) => (costs[cost] ? [[cost, Number(costs[cost])]] : [])),
  );
  return { kind: 'care', costsRupiah, ...told };
};

const findingsIn = (text: string, programme: Programme): Findings | null => {
  if (text === '') return null;
  if (/^[A-C]:/.test(text)) return schoolFindings(text);
  if (programme === 'JKK') return jkkFindings(text);
  const { why, birth = null, wage, months, brought } = valuesIn(text);
  const [rupiah, through] = brought?.split('@') ?? [];
  const broughtForward = brought && { broughtForward: { amountRupiah: Number(rupiah), through } };
  return programme === 'JHT'
    ? ({ kind: 'savings', why, birthDate: birth, ...broughtForward } as Findings)
    : ({
        kind: 'pension',
        why,
        birthDate: birth,
        averageWageRupiah: wage ? Number(wage) : null,
        months: months ? Number(months) : null,
        ...broughtForward,
      } as Findings);
};

/** `2024-01..2024-03` paid month by month, `2024-03@2024-03-21` on another day, `event:…@…` for the days of an event. */
const daysPaid = (text: string): { from: string; through: string; paidOn: string; eventCover: boolean }[] => {
  const [, event, range = '', paidOn] = /^(event:)?([^@]+)(?:@(.+))?$/.exec(text)!;
  const [from = '', through = from] = range.split('..');
  if (event) return [{ from, through, paidOn: paidOn!, eventCover: true }];
  const months: string[] = [];
  for (let month = from; month <= through; month = addMonths(month, 1)) months.push(month);
  return months.map((month) => ({
    from: `${month}-01`,
    through: lastDayOf(month),
    paidOn: paidOn ?? `${month}-01`,
    eventCover: false,
  }));
};

const membershipId = 'membership-1';
/** All papers are there: the table is about amounts. */
const evidence = EVIDENCE_KINDS.map((kind) => ({ kind, receivedOn: '2024-01-01', note: null }));

const factsOf = ({ segment, programme, basis, registered, paid, monthly }: Example): CoverFact[] => {
  const [first, later] = basis.split('>');
  const programmes = [programme];
  const terms = { segment, programmes, basisRupiah: Number(first) };
  const residence = null;
  const facts: CoverFact[] = [
    { type: 'membership-registered', membershipId, registeredOn: registered, terms, residence },
  ];
  if (later !== undefined) {
    const [basisRupiah, on] = later.split('@') as [string, string];
    const change = { on, terms: { basisRupiah: Number(basisRupiah) } };
    facts.push({ type: 'membership-changed', membershipId, change, residence });
  }
  for (const days of paid.split(' ').flatMap(daysPaid)) {
    const saved = { JHT: Number(monthly), JP: Number(monthly) };
    const recordedOn = days.paidOn;
    const contribution = { contributionId: days.from, segment, programmes, ...days, saved, recordedOn };
    facts.push({ type: 'contribution-paid', membershipId, contribution });
  }
  return facts;
};

const claimed = (
  programme: Programme,
  benefit: Benefit,
  { occurred, submitted }: Example,
  findings: string,
): Claim => {
  const submission: Submission = {
    claimId: 'claim',
    personId: 'person',
    membershipId,
    programme,
    benefit,
    occurredOn: occurred,
    submittedAt: `${submitted}T05:00:00Z`,
    residence: null,
    description: null,
    contentHash: 'content',
  };
  return {
    submission,
    evidence,
    findings: findingsIn(findings, programme),
    accountToken: null,
    status: 'submitted',
  };
};

/** A benefit that was granted before: programme, benefit, rupiah, findings, and the day of the decision. */
const grantedAs = (before: string, example: Example): Claim => {
  const [what = '', decidedOn = example.occurred] = before.split(' @');
  const [programme, benefit, rupiah, ...findings] = what.split(' ') as [Programme, Benefit, ...string[]];
  const { submission, ...dossier } = claimed(programme, benefit, example, findings.join(' '));
  const decision = {
    decision: 'approved' as const,
    reasons: [],
    amountRupiah: Number(rupiah),
    calculation: [],
    decidedAt: `${decidedOn}T05:00:00Z`,
    by: 'adjuster-1',
    proposedBy: null,
  };
  const check = { rules: [], cover: null, basisRupiah: null, amount: { kind: 'entered' as const } };
  return { ...dossier, submission, status: 'paid', check, decision, disbursements: [] };
};

const grantedIn = (example: Example): Claim[] =>
  example.before === '' ? [] : example.before.split(' + ').map((before) => grantedAs(before, example));

const checked = (example: Example) => {
  const { programme, benefit, findings } = example;
  const cover = factsOf(example).reduce(evolveCover, initialCover);
  const others = grantedIn(example);
  return checkClaim(
    claimed(programme, benefit, example, findings),
    { cover, others, accountSharedWith: 0, checkedOn: example.submitted },
    USUAL_POLICY,
  );
};

const stepsOf = ({ steps }: Example): number[] =>
  steps === '' ? [] : steps.split(' | ').map((step) => Number(step.split(' = ')[1]));

describe('the table of worked examples', () => {
  it('has at least sixty, each with a name of its own', () => {
    expect(examples.length).toBeGreaterThanOrEqual(60);
    expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length);
  });

  it('adds up by itself', () => {
    const wrong = examples.filter(
      (example) =>
        example.steps !== '' &&
        stepsOf(example).reduce((sum, step) => sum + step, 0) !== Number(example.amount),
    );
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it.each([...new Set(examples.map(({ paragraph }) => paragraph))])('cites %s, which is there', (paragraph) =>
    expect(page).toContain(`\n- ${paragraph} `),
  );
});

describe.each(examples)('$id by $paragraph', (example) => {
  const check = checked(example);

  it('breaks and notes what the table says', () => {
    expect(forbids(check)).toBe(example.broken || null);
    expect(notes(check).join(' ')).toBe(example.noted);
  });

  it('comes to what the table says, in its steps', () => {
    if (example.broken !== '') expect(example.amount).toBe('');
    else if (example.amount === 'entered') expect(check.amount).toEqual({ kind: 'entered' });
    else
      expect(check.amount).toMatchObject({
        kind: 'computed',
        amountRupiah: Number(example.amount),
        calculation: stepsOf(example).map((amountRupiah) => ({ amountRupiah })),
      });
  });
});
