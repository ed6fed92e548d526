import type { KafkaClient } from '#libs/messaging';
import type { Plan } from '../sample/plan.js';
import type { Timetable } from '../sample/timetable.js';
import { ResultReader, paymentKey } from './results/result-reader.js';
import { moneyInOrder, signUpsInOrder } from './stream.js';

/** What became of all inputs of a plan, each counted once by its last result. Reversals get no result of their own. */
export interface Bookkeeping {
  readonly inputs: number;
  readonly accepted: number;
  readonly refused: number;
  readonly unmatched: number;
  /** Set aside, without a result. */
  readonly parked: number;
  /** Inputs = accepted + refused + unmatched + parked. */
  readonly balanced: boolean;
}

/** Puts results beside the number of inputs. */
export const bookkeepingOf = (
  inputs: number,
  counts: {
    readonly accepted: number;
    readonly refused: number;
    readonly unmatched: number;
    readonly parked: number;
  },
): Bookkeeping => ({
  inputs,
  ...counts,
  balanced: inputs === counts.accepted + counts.refused + counts.unmatched + counts.parked,
});

/**
 * Proves that no input of the plan was lost: reads the topics of results from their beginning, whatever the sender
 * believes to have seen. `parked` counts the plan's messages that were set aside.
 */
export const verifyBookkeeping = async (
  kafka: KafkaClient,
  { plan, timetable }: { plan: Plan; timetable: Timetable },
  parked: number,
): Promise<Bookkeeping> => {
  const reader = new ResultReader(plan.seed, () => false);
  await reader.open(kafka);
  await reader.close();
  for (const { signUpId } of signUpsInOrder(plan, timetable)) reader.signUps.recall(signUpId);
  for (const { payment } of moneyInOrder(plan, timetable))
    if (payment) reader.payments.recall(paymentKey(payment));
  const [signUps, payments] = [reader.signUps.counts, reader.payments.counts];
  return bookkeepingOf(reader.signUps.inputs + reader.payments.inputs, {
    accepted: signUps.registered + signUps['already-member'] + payments.accepted,
    refused: signUps.refused + payments.refused,
    unmatched: payments.unmatched,
    parked,
  });
};
