import { assertNever, type Reason } from '#libs/kernel';
import { Problem, refusalOf } from '#libs/http';
import type { Claim, ClaimAnswer } from '../../use-cases/claims.js';

/** A bank that is silent may be there again by then. */
const BANK_RETRY_SECONDS = 30;

const problemOf = (reason: Reason): Problem => {
  if (reason === 'not-found') return Problem.notFound();
  if (reason === 'bank-silent') return Problem.unavailable(BANK_RETRY_SECONDS, reason);
  return reason === 'outside-regions' ? Problem.forbidden(reason) : refusalOf(reason);
};

/** The claim after a command, and whether the command changed it. Throws the problem of a refusal. */
export const answered = (answer: ClaimAnswer): { readonly claim: Claim; readonly isNew: boolean } => {
  switch (answer.kind) {
    case 'happened':
    case 'ignored':
      return { claim: answer.claim!, isNew: answer.kind === 'happened' };
    case 'refused':
      throw problemOf(answer.reason);
    default:
      return assertNever(answer);
  }
};
