import { jakartaDay, workingDaysAfter, type Day, type Programme } from '#libs/kernel';
import { ALWAYS, inForce, type Dated } from '../programmes/calculation.js';
import type { Claim } from './claim.js';
import { papersOf } from './evidence.js';

/** In how many working days a claim is to be settled, and from when they count. */
interface ServicePromise extends Dated {
  readonly programme: Programme;
  readonly countsFrom: 'complete' | 'approved';
  readonly workingDays: number;
}

/** JKM and JP as published; that of JHT is from memory. None was found for the others. */
const PROMISES: readonly ServicePromise[] = [
  { from: ALWAYS, programme: 'JKM', countsFrom: 'complete', workingDays: 3 },
  { from: ALWAYS, programme: 'JHT', countsFrom: 'complete', workingDays: 5 },
  { from: ALWAYS, programme: 'JP', countsFrom: 'approved', workingDays: 15 },
];

/** The service-time clock of a claim. */
export interface ServiceTime {
  readonly countsFrom: Day;
  readonly dueOn: Day;
  /** When the money came, or the claim was rejected; null while the clock runs. */
  readonly settledOn: Day | null;
}

/** What the claim pays, as far as somebody has found that out. */
const knownRupiah = (claim: Claim): number | null => {
  if ('decision' in claim) return claim.decision.amountRupiah;
  return 'check' in claim && claim.check.amount.kind === 'computed' ? claim.check.amount.amountRupiah : null;
};

const beganOn = ({ countsFrom }: ServicePromise, claim: Claim): Day | null => {
  if (countsFrom === 'approved')
    return 'disbursements' in claim ? jakartaDay(claim.decision.decidedAt) : null;
  const { submission, findings, evidence } = claim;
  const papers = papersOf({ ...submission, findings, amountRupiah: knownRupiah(claim) }, evidence);
  return papers.status === 'complete' ? papers.completeOn : null;
};

const settledOn = (claim: Claim): Day | null => {
  if (!('decision' in claim)) return null;
  if (claim.decision.decision === 'rejected') return jakartaDay(claim.decision.decidedAt);
  const paid =
    'disbursements' in claim ? claim.disbursements.find((one) => one.status === 'paid') : undefined;
  return paid?.status === 'paid' ? jakartaDay(paid.paidAt) : null;
};

/** By when the claim is to be settled; null where nothing was promised, or the days do not count yet. */
export const serviceTime = (claim: Claim): ServiceTime | null => {
  const { programme, submittedAt } = claim.submission;
  const own = PROMISES.filter((promise) => promise.programme === programme);
  const promise = inForce(own, jakartaDay(submittedAt));
  const from = promise && beganOn(promise, claim);
  if (promise === null || from === null) return null;
  const dueOn = workingDaysAfter(from, promise.workingDays);
  return { countsFrom: from, dueOn, settledOn: settledOn(claim) };
};

/** Whether the time in which the claim was to be settled is over, and it is not. */
export const isOverdue = (claim: Claim, today: Day): boolean => {
  const time = serviceTime(claim);
  return time !== null && time.settledOn === null && time.dueOn < today;
};
