import type { PaymentSettled } from '#libs/contracts';
import { Problem, refusalOf } from '#libs/http';
import { assertNever, type Reason } from '#libs/kernel';
import type { PaymentResult } from '../../use-cases/settle-payments-when-received.js';
import type { PaymentResultBody } from './payment-views.js';

type Whose = Pick<PaymentSettled, 'gateway' | 'paymentId'>;

/** A refusal as a problem, with all its reasons. */
const refusal = ([first, ...rest]: readonly Reason[]): Problem => refusalOf(first!, ...rest);

/** What is answered to results that have just been made. Throws a 409 for an id that was reused, a 422 for a refusal. */
export const answerOf = (
  { gateway, paymentId }: Whose,
  results: readonly PaymentResult[],
  isDryRun: boolean,
): PaymentResultBody => {
  const whose = { gateway, paymentId };
  const [first] = results;
  switch (first?.type) {
    case 'PaymentAccepted': {
      const ids = results.flatMap((result) =>
        result.type === 'PaymentAccepted' ? result.contributions : [],
      );
      const contributions = isDryRun ? [] : ids;
      return { ...whose, status: 'accepted', contributions, reasons: [], lines: first.lines };
    }
    case 'PaymentUnmatched':
      return { ...whose, status: 'unmatched', contributions: [], reasons: first.reasons, lines: null };
    case 'PaymentRefused':
      throw refusal(first.reasons);
    case undefined:
      throw new Error('a settled payment has a result');
    default:
      return assertNever(first);
  }
};

/** What is answered to a repeat: the result as it stands now. Throws a 422 where it is a refusal. */
export const answerToRepeat = (result: PaymentResultBody): PaymentResultBody => {
  if (result.status === 'refused') throw refusal(result.reasons);
  return result;
};
