import type { Target } from '../../load/target.js';
import type { Findings } from '../findings.js';
import type { Session } from '../gather/session.js';

/** Days before, within and behind the months that are paid for. */
const DAYS = ['2025-02-15', '2028-03-31', '2029-02-10'];

/** Persons by part, each once in a part, as the topics tell it. */
const PARTS: Readonly<Record<string, string>> = {
  segment: 'c.segment',
  programme: 'programme',
  'channel-code': `coalesce(r.channel, 'unmapped')`,
};

const toldBy = (part: string): string => `
  select ${part} as part, count(distinct c.person)::integer as persons
    from once_cover as c
    left join (select membership, channel from once_registration) as r using (membership)
    left join (select person, min(ended_on) as died_on from once_end where died group by 1) as d on d.person = c.person
    cross join lateral jsonb_object_keys(c.amounts) as programme
   where c.days @> $1::date and (d.died_on is null or $1::date < d.died_on)
     and c.contribution not in (select contribution from once_reversal)
   group by 1 order by 1`;

interface Part {
  readonly part: string;
  readonly persons: number;
}

interface Answer {
  readonly rows: readonly Part[];
  readonly total: { readonly persons: number };
}

const asked = async (target: Target, by: string, day: string): Promise<Answer> => {
  const [base] = target.services.reporting;
  const authorization = `Bearer ${await target.token('analyst')}`;
  const path = `/v1/coverage?region=ID&by=${by}&asOf=${day}`;
  const response = await fetch(`${base}${path}`, { headers: { authorization } });
  if (!response.ok) throw new Error(`GET ${path} was answered with ${response.status}`);
  return (await response.json()) as Answer;
};

const textOf = (parts: readonly Part[]): string =>
  parts
    .filter(({ persons }) => persons > 0)
    .map(({ part, persons }) => `${part} ${persons}`)
    .toSorted()
    .join(', ');

/** What reporting answers for the country, cut by segment, programme and channel, is what the topics tell. */
export const answers = async (findings: Findings, reporting: Session, target: Target): Promise<void> => {
  for (const day of DAYS)
    for (const [by, part] of Object.entries(PARTS)) {
      const told = textOf(await reporting.query<Part>(toldBy(part), [day]));
      const answered = textOf((await asked(target, by, day)).rows);
      findings.expect(
        told === answered,
        () => `coverage by ${by} on ${day} is answered with ${answered}; the topics say ${told}`,
      );
    }
};
