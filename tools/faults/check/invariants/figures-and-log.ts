import { Findings, type Finding } from '../findings.js';
import type { Gathered } from '../gather/gather.js';
import { answers } from './answers.js';
import { FUNNEL_DIFFERENCES } from './funnel-sql.js';
import { BENEFIT_DIFFERENCES, DIFFERENCES, SPANS, STAYS, STEPS } from './coverage-sql.js';

const MEASURES = ['registered', 'active'] as const;

interface Difference {
  readonly measure: number;
  readonly region: string;
  readonly day: string;
  readonly told: number;
  readonly kept: number;
}

interface MoneyDifference {
  readonly region: string;
  readonly programme: string;
  readonly benefit: string;
  readonly day: string;
  readonly told: string;
  readonly kept: string;
}

interface FunnelDifference {
  readonly day: string;
  readonly channel: string;
  readonly milestone: number;
  readonly told: number;
  readonly kept: number;
}

const MILESTONES = ['signed up', 'paid'] as const;

/**
 * I4: reporting's figures are those that the topics make: persons registered and active, in every region, at every
 * level, from every day on, memberships that signed up and paid by channel, and benefit money; and so are its answers,
 * where it can be asked.
 */
export const figuresAndLog = async ({ sessions: { reporting }, target }: Gathered): Promise<Finding> => {
  const findings = new Findings();
  for (const table of [STAYS, SPANS, STEPS]) await reporting.query(table);
  const [steps] = await reporting.query<{ count: string }>('select count(*) from step');
  findings.looking(Number(steps!.count));
  for (const [table, sql] of Object.entries(DIFFERENCES))
    for (const { measure, region, day, told, kept } of await reporting.query<Difference>(sql))
      findings.violated(
        `${table}: in ${region} ${kept} persons more are ${MEASURES[measure]} from ${day} on; the topics say ${told}`,
      );
  for (const row of await reporting.query<MoneyDifference>(BENEFIT_DIFFERENCES))
    findings.violated(
      `benefits in ${row.region} on ${row.day}: Rp${row.kept} of ${row.programme} ${row.benefit}; the topics say Rp${row.told}`,
    );
  for (const row of await reporting.query<FunnelDifference>(FUNNEL_DIFFERENCES))
    findings.violated(
      `funnel: ${row.kept} memberships of ${row.channel} of ${row.day} ${MILESTONES[row.milestone]}; the topics say ${row.told}`,
    );
  if (target !== null) await answers(findings, reporting, target);
  return findings.result;
};
