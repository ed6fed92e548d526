import type { PaymentSettled } from '#libs/contracts';
import { fieldsNamedBy, Problem, type ProblemField } from '#libs/http';
import { assertNever, type Reason } from '#libs/kernel';
import type { PaymentAnswer, PaymentResult } from '../../use-cases/settle-payments-when-received.js';
import type { PaymentResultBody } from './payment-views.js';

/** Whether the answer refuses all of the payment, now that it came for the first time. */
export const isRefusal = (answer: PaymentAnswer): boolean =>
  answer.kind === 'happened' && answer.events[0].type === 'PaymentRefused';

/** Whether the id was used before with other content. */
export const reusesId = (answer: PaymentAnswer): boolean => {
  const reasons: readonly Reason[] =
    answer.kind === 'happened' ? reasonsOf(answer.events[0]) : [answer.reason];
  return reasons.includes('payment-id-reused');
};

const reasonsOf = (result: PaymentResult): readonly Reason[] =>
  result.type === 'PaymentAccepted' ? [] : result.reasons;

/** Enough to mend a payment by; the result has all. */
const LINES_NAMED_MAX = 100;

const fieldsOfLine = (payment: PaymentSettled, index: number, reasons: readonly Reason[]): ProblemField[] => {
  const named = fieldsNamedBy(reasons, payment.lines?.[index], `lines.${index}.`);
  return named.length > 0 ? [...named] : reasons.map((reason) => ({ path: `lines.${index}`, reason }));
};

/** A refusal as a problem with its result: 422, with the fields of the lines at fault where there are lines. */
const refusal = (payment: PaymentSettled, result: PaymentResultBody): Problem => {
  const [first, ...rest] = result.reasons;
  // a sum that differs is no fault of a line
  const lines = first === 'lines-sum-differs' ? [] : (result.lines ?? []);
  const fields = lines
    .slice(0, LINES_NAMED_MAX)
    .flatMap(({ index, reasons }) => fieldsOfLine(payment, index, reasons));
  return Problem.refused([first!, ...rest], fields, { result });
};

/** What is answered to results that have just been made. Throws a 422 with the result for a refusal. */
export const answerOf = (
  payment: PaymentSettled,
  results: readonly PaymentResult[],
  isDryRun: boolean,
): PaymentResultBody => {
  const whose = { gateway: payment.gateway, paymentId: payment.paymentId };
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
      throw refusal(payment, {
        ...whose,
        status: 'refused',
        contributions: [],
        reasons: first.reasons,
        lines: null,
      });
    case undefined:
      throw new Error('a settled payment has a result');
    default:
      return assertNever(first);
  }
};

/** What is answered to a repeat: the result as it stands now. Throws a 422 with it where it is a refusal. */
export const answerToRepeat = (payment: PaymentSettled, result: PaymentResultBody): PaymentResultBody => {
  if (result.status === 'refused') throw refusal(payment, result);
  return result;
};
