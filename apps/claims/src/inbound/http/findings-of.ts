import { Problem } from '#libs/http';
import { COSTS, type Findings } from '../../use-cases/keep-findings-with-claim.js';
import type { CareRequest, DisabilityRequest, FindingsRequest } from './findings-request.js';

const malformed = (path: string): Problem => Problem.malformed([{ path, reason: 'missing' }]);

const careOf = (care: CareRequest): Findings => ({
  kind: 'care',
  costsRupiah: Object.fromEntries(COSTS.flatMap((cost) => (care[cost] == null ? [] : [[cost, care[cost]]]))),
  reportedOn: care.reportedOn ?? null,
});

const disabilityOf = ({ extent, tableBasisPoints, lossBasisPoints }: DisabilityRequest): Findings => {
  const kind = 'permanent-disability';
  if (extent === 'total') return { kind, extent };
  if (tableBasisPoints == null) throw malformed('disability.tableBasisPoints');
  return { kind, extent, tableBasisPoints, lossBasisPoints: lossBasisPoints ?? null };
};

const givenIn = (request: FindingsRequest): Findings[] => {
  const { care, inability, disability, savings, pension, schoolYears } = request;
  const years = schoolYears?.map((year) => ({ ...year, situation: year.situation ?? 'studying' }));
  return [
    ...(care == null ? [] : [careOf(care)]),
    ...(inability == null ? [] : [{ kind: 'temporary-disability' as const, ...inability }]),
    ...(disability == null ? [] : [disabilityOf(disability)]),
    ...(savings == null
      ? []
      : [{ kind: 'savings' as const, why: savings.why, birthDate: savings.birthDate ?? null }]),
    ...(pension == null
      ? []
      : [
          {
            kind: 'pension' as const,
            why: pension.why,
            birthDate: pension.birthDate ?? null,
            averageWageRupiah: pension.averageWageRupiah ?? null,
            months: pension.months ?? null,
          },
        ]),
    ...(years === undefined ? [] : [{ kind: 'school-years' as const, years }]),
  ];
};

/** The findings of the request. Throws a 400 unless there is exactly one kind, with all that it needs. */
export const findingsOf = (request: FindingsRequest): Findings => {
  const [first, second] = givenIn(request);
  if (first === undefined) throw malformed('care');
  if (second !== undefined) throw Problem.malformed([{ path: '', reason: 'unknown-field' }]);
  return first;
};
