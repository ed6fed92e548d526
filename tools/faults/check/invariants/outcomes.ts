import type { Ledger } from '../../load/ledger.js';
import { slotOf } from '../../load/plan/place.js';
import type { Slot } from '../../load/plan/slots.js';
import type { Finding, Findings } from '../findings.js';
import type { Gathered } from '../gather/gather.js';
import { IdIndex } from './id-index.js';
import { outcomesOfClaims } from './outcomes-of-claims.js';
import { outcomesOfPayments } from './outcomes-of-payments.js';
import { outcomesOfSignUps } from './outcomes-of-sign-ups.js';

/** What is refused over HTTP; a payment that waited at first may have been taken for the time being. */
const isToBeRefused = (slot: Slot): boolean =>
  slot.act === 'reuse' || ((slot.act === 'sign-up' || slot.act === 'payment') && slot.flaw !== null);

const acknowledgements = ({ arrivals }: Gathered, ledger: Ledger, findings: Findings): void => {
  for (let n = 0; n < ledger.count; n += 1) {
    const slot = slotOf(n);
    const state = ledger.stateOf(n);
    if (slot.via === 'kafka') {
      findings.expect(
        state !== 'acknowledged' || arrivals.times[n]! > 0,
        () => `input ${n} was acknowledged by the broker and does not lie in the log`,
      );
      continue;
    }
    const mayBeBoth = slot.act === 'payment' && slot.flaw !== null;
    findings.expect(
      (state !== 'refused' || isToBeRefused(slot)) &&
        (state !== 'acknowledged' || !isToBeRefused(slot) || mayBeBoth),
      () => `input ${n}, a ${slot.act} over HTTP, was ${state}`,
    );
  }
};

/** I1: each input that was acknowledged has its outcome exactly once, each other one at most once. */
export const outcomes = async (gathered: Gathered, ledger: Ledger): Promise<Finding> => {
  const { enrollment, contribution, claims } = gathered.sessions;
  const findings = gathered.arrivals.strange;
  acknowledgements(gathered, ledger, findings);
  const memberships = new IdIndex(ledger.count);
  await outcomesOfSignUps({ enrollment, ledger, findings }, memberships);
  await outcomesOfPayments({ contribution, ledger, findings }, memberships);
  await outcomesOfClaims(claims, ledger, findings);
  return findings.result;
};
