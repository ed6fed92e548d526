import { Problem } from '#libs/http';
import { COSTS, type Findings } from '../../use-cases/keep-findings-with-claim.js';
import type {
  CareRequest,
  DisabilityRequest,
  FindingsRequest,
  InabilityRequest,
  PensionRequest,
  SavingsRequest,
  SchoolYearRequest,
} from './findings-request.js';

const missing = (path: string): Problem => Problem.malformed([{ path, reason: 'missing' }]);
const outOfPlace = (path: string): Problem => Problem.malformed([{ path, reason: 'unknown-field' }]);

/** What is said of the telling; what is not said stays away. */
const toldOf = ({ reportedOn, declaredOn }: Pick<CareRequest, 'reportedOn' | 'declaredOn'>) => ({
  ...(reportedOn && { reportedOn }),
  ...(declaredOn && { declaredOn }),
});

const careOf = (care: CareRequest): Findings => ({
  kind: 'care',
  costsRupiah: Object.fromEntries(COSTS.flatMap((cost) => (care[cost] == null ? [] : [[cost, care[cost]]]))),
  ...toldOf(care),
});

const inabilityOf = ({ inabilityFrom, from, through, ...told }: InabilityRequest): Findings => ({
  kind: 'temporary-disability',
  inabilityFrom,
  from,
  through,
  ...toldOf(told),
});

const disabilityOf = (request: DisabilityRequest): Findings => {
  const { extent, tableBasisPoints, lossBasisPoints } = request;
  const kind = 'permanent-disability';
  if (extent === 'total') return { kind, extent, ...toldOf(request) };
  if (tableBasisPoints == null) throw missing('disability.tableBasisPoints');
  return { kind, extent, tableBasisPoints, lossBasisPoints: lossBasisPoints ?? null, ...toldOf(request) };
};

const savingsOf = ({ why, birthDate, broughtForward }: SavingsRequest): Findings => ({
  kind: 'savings',
  why,
  birthDate: birthDate ?? null,
  ...(broughtForward && { broughtForward }),
});

const pensionOf = ({
  why,
  birthDate,
  averageWageRupiah,
  months,
  broughtForward,
}: PensionRequest): Findings => ({
  kind: 'pension',
  why,
  birthDate: birthDate ?? null,
  averageWageRupiah: averageWageRupiah ?? null,
  months: months ?? null,
  ...(broughtForward && { broughtForward }),
});

const schoolYearsOf = (
  years: readonly SchoolYearRequest[],
  grantedElsewhere: FindingsRequest['grantedElsewhere'],
): Findings => ({
  kind: 'school-years',
  years: years.map((year) => ({ ...year, situation: year.situation ?? 'studying' })),
  ...(grantedElsewhere && { grantedElsewhere }),
});

const KINDS = ['care', 'inability', 'disability', 'savings', 'pension', 'schoolYears'] as const;

const stated = ({
  care,
  inability,
  disability,
  savings,
  pension,
  schoolYears,
  grantedElsewhere,
}: FindingsRequest): Findings => {
  if (care != null) return careOf(care);
  if (inability != null) return inabilityOf(inability);
  if (disability != null) return disabilityOf(disability);
  if (savings != null) return savingsOf(savings);
  if (pension != null) return pensionOf(pension);
  if (schoolYears != null) return schoolYearsOf(schoolYears, grantedElsewhere);
  throw missing(KINDS[0]);
};

/** The findings of the request. Throws a 400 unless there is exactly one kind, with all that it needs. */
export const findingsOf = (request: FindingsRequest): Findings => {
  const [, another] = KINDS.filter((kind) => request[kind] != null);
  if (another !== undefined) throw outOfPlace(another);
  if (request.grantedElsewhere != null && request.schoolYears == null) throw outOfPlace('grantedElsewhere');
  return stated(request);
};
