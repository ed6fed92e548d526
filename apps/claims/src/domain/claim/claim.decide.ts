import {
  happened,
  ignored,
  jakartaDay,
  lastDayOf,
  refused,
  type Day,
  type Outcome,
  type Reason,
} from '#libs/kernel';
import { membershipOf, type Cover } from '../cover/cover.js';
import { residenceOn } from '../cover/cover.questions.js';
import { fits, isOfAccident, type Findings } from '../programmes/findings.js';
import type { Policy } from '../programmes/policy.js';
import { pays } from './benefits.js';
import { checkClaim, type Evidenced } from './claim.check.js';
import type { Claim, ClaimEvent, Submission } from './claim.js';
import type { DisbursementEvent } from './disbursement.js';
import { orderDisbursement } from './disbursement.order.js';
import type { DisbursementResult } from './disbursement.result.js';
import { takeResult, type Teller } from './disbursement.take.js';
import type { EvidenceKind } from './evidence.js';

/** An occupational disease is a matter of JKK, and shows itself during the work that caused it or after. */
const flawOfDisease = (
  { programme, occurredOn, submittedAt, isRoadAccident }: Submission,
  diagnosedOn: Day,
): Reason | null => {
  if (programme !== 'JKK') return 'cause-not-of-programme';
  if (isRoadAccident) return 'causes-exclude-each-other';
  if (diagnosedOn < occurredOn) return 'period-reversed';
  return diagnosedOn > jakartaDay(submittedAt) ? 'occurred-in-future' : null;
};

/**
 * Takes a claim in: the same again changes nothing; the benefit must be the programme's, the event past.
 * Without a residence the person's own on the day of the event is taken. Documents may come with it.
 */
export const submitClaim = (
  claiming: Submission,
  documents: readonly EvidenceKind[],
  claim: Claim | null,
  cover: Cover,
): Outcome<ClaimEvent> => {
  if (claim !== null)
    return claim.submission.contentHash === claiming.contentHash
      ? ignored('already-answered')
      : refused('claim-id-reused');
  if (!pays(claiming.programme, claiming.benefit)) return refused('benefit-not-of-programme');
  if (claiming.occurredOn > jakartaDay(claiming.submittedAt)) return refused('occurred-in-future');
  if (claiming.isRoadAccident && claiming.programme !== 'JKK') return refused('cause-not-of-programme');
  const flaw = claiming.diagnosedOn ? flawOfDisease(claiming, claiming.diagnosedOn) : null;
  if (flaw !== null) return refused(flaw);
  if (membershipOf(cover, claiming.membershipId).registration === null) return refused('membership-unknown');
  const residence = claiming.residence ?? residenceOn(cover, claiming.occurredOn);
  const receivedOn = jakartaDay(claiming.submittedAt);
  const handedIn = documents.map((kind): ClaimEvent => ({
    type: 'evidence-recorded',
    evidence: { kind, receivedOn, note: null },
  }));
  return happened<ClaimEvent>(
    { type: 'claim-submitted', submission: { ...claiming, residence } },
    ...handedIn,
  );
};

const isOpen = (claim: Claim): boolean => !('decision' in claim);

/** What the findings themselves must say, whatever the claim. */
const flawOf = (findings: Findings, { occurredOn }: Submission): Reason | null => {
  if (isOfAccident(findings) && findings.declaredOn && findings.declaredOn < occurredOn)
    return 'period-reversed';
  if (findings.kind === 'temporary-disability') {
    const { inabilityFrom, from, through } = findings;
    return occurredOn <= inabilityFrom && inabilityFrom <= from && from <= through ? null : 'period-reversed';
  }
  const byAge =
    (findings.kind === 'savings' && findings.why === 'age') ||
    (findings.kind === 'pension' && findings.why === 'retired');
  return byAge && findings.birthDate === null ? 'birth-date-missing' : null;
};

/** The last day that the findings speak of; null where they speak of none. */
const endOf = (findings: Findings): Day | null => {
  const days: (Day | null | undefined)[] = [];
  if (isOfAccident(findings)) days.push(findings.reportedOn, findings.declaredOn);
  if (findings.kind === 'temporary-disability') days.push(findings.through);
  if ('broughtForward' in findings && findings.broughtForward)
    days.push(lastDayOf(findings.broughtForward.through));
  return (
    days
      .flatMap((day) => day ?? [])
      .toSorted()
      .at(-1) ?? null
  );
};

/** Keeps what the amount is computed from, with an open claim; recorded again it takes the place of what was there. */
export const recordFindings = (findings: Findings, claim: Claim, recordedAt: string): Outcome<ClaimEvent> => {
  const { submission } = claim;
  if (!isOpen(claim)) return refused('claim-not-open');
  if (!fits(findings, submission.benefit)) return refused('findings-not-of-benefit');
  const flaw = flawOf(findings, submission);
  if (flaw !== null) return refused(flaw);
  const last = endOf(findings);
  if (last !== null && last > jakartaDay(recordedAt)) return refused('occurred-in-future');
  return happened({ type: 'findings-recorded', findings });
};

/** Keeps which account the benefit goes to, with an open claim; another one takes its place. */
export const recordAccount = (accountToken: string, claim: Claim): Outcome<ClaimEvent> => {
  if (!isOpen(claim)) return refused('claim-not-open');
  return claim.accountToken === accountToken
    ? ignored('already-answered')
    : happened({ type: 'account-recorded', accountToken });
};

/** Looks at the rules; may be done again until the claim is decided. */
export const check = (claim: Claim, evidenced: Evidenced, policy: Policy): Outcome<ClaimEvent> =>
  isOpen(claim)
    ? happened({ type: 'claim-checked', check: checkClaim(claim, evidenced, policy) })
    : refused('claim-not-open');

/** Takes an appeal: a claim that was rejected begins anew, with the papers that it has. */
export const reopen = (why: string, claim: Claim): Outcome<ClaimEvent> =>
  'decision' in claim && claim.decision.decision === 'rejected'
    ? happened({ type: 'claim-reopened', why })
    : refused('claim-not-rejected');

/** Puts away a claim of which nothing more is expected. */
export const close = (claim: Claim): Outcome<ClaimEvent> => {
  if (claim.status === 'closed') return ignored('already-answered');
  return claim.status === 'paid' || claim.status === 'rejected'
    ? happened({ type: 'claim-closed' })
    : refused('claim-not-settled');
};

/**
 * Orders the transfer of what was approved; asked again while it is under way or done, nothing new is ordered. Where this
 * service tells the bank, it has to know to which account.
 */
export const disburse = (
  order: { readonly disbursementId: string; readonly orderedAt: string },
  claim: Claim,
  teller: Teller = 'others',
): Outcome<DisbursementEvent> => {
  if (!('disbursements' in claim) || claim.decision.decision === 'rejected')
    return refused('claim-not-approved');
  const outcome = orderDisbursement(order, claim.disbursements);
  if (outcome.kind !== 'happened') return outcome;
  if ('correction' in claim && claim.correction) return refused('account-correction-open');
  return teller === 'service' && claim.accountToken === null ? refused('account-missing') : outcome;
};

/** Takes what the bank reports of a disbursement; it cannot have happened after it was recorded. */
export const recordResult = (
  result: DisbursementResult,
  claim: Claim,
  recordedAt: string,
  teller: Teller = 'others',
): Outcome<DisbursementEvent> => {
  if (!('disbursements' in claim)) return refused('disbursement-unknown');
  const happenedAt = result.status === 'paid' ? result.paidAt : result.returnedAt;
  if (jakartaDay(happenedAt) > jakartaDay(recordedAt)) return refused('occurred-in-future');
  return takeResult(result, claim.decision.amountRupiah, claim.disbursements, recordedAt, teller);
};
