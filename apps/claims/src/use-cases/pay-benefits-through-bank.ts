import { happened, ignored, plainBatch, type Clock, type Ids, type Outcome } from '#libs/kernel';
import type { Claim, ClaimEvent } from '../domain/claim/claim.js';
import type { DisbursementEvent } from '../domain/claim/disbursement.js';
import {
  disbursing,
  type BankAnswer,
  type BankPatience,
  type DisbursingInput,
} from '../domain/claim/disbursing.js';
import type { Bank, Transfer } from './bank.js';
import type { ClaimAnswer, ClaimCommand, Claims } from './claims.js';

/** So many transfers are at the bank at once. */
const TRANSFERS_MAX = 50;
/** Who acts when no person does. */
const BY = 'bank';

type MoveOn = ClaimCommand & { readonly input: DisbursingInput };

const movesOn =
  (patience: BankPatience) =>
  ({ input }: MoveOn, { claim }: { readonly claim: Claim | null }): Outcome<ClaimEvent> => {
    const last = claim !== null && 'disbursements' in claim ? claim.disbursements.at(-1) : undefined;
    if (last === undefined || claim === null || !('decision' in claim)) return ignored('nothing-changes');
    const [first, ...rest] = disbursing(last, claim.decision.amountRupiah, input, patience).events;
    return first === undefined ? ignored('nothing-changes') : happened<ClaimEvent>(first, ...rest);
  };

/** What has to be said to the bank after this was recorded. */
const errandOf = (answer: ClaimAnswer): { say: 'instruct' | 'ask'; transfer: Transfer } | null => {
  const { claim } = answer;
  if (answer.kind !== 'happened' || claim === null || !('decision' in claim)) return null;
  const { disbursementId, type } = answer.events[0] as DisbursementEvent;
  const { claimId } = claim.submission;
  const transfer = { disbursementId, claimId, amountRupiah: claim.decision.amountRupiah };
  if (type === 'disbursement-sent') return { say: 'instruct', transfer };
  return type === 'disbursement-asked' ? { say: 'ask', transfer } : null;
};

/**
 * Pays what was ordered: what is due is recorded, then said to the bank, then its answer is recorded. It may be ended at
 * any moment: what may have left is asked about, never sent again blindly.
 */
export class PayBenefitsThroughBank {
  constructor(
    private readonly claims: Claims,
    private readonly bank: Bank,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly patience: BankPatience,
  ) {}

  /** One round; says for how many transfers there was something to do. */
  async round(): Promise<number> {
    const now = this.now();
    const heardBy = new Date(Date.parse(now) - this.patience.askAfterMs).toISOString();
    const due = await this.claims.due(now, heardBy, TRANSFERS_MAX);
    if (due.length === 0) return 0;
    const answers = await this.move(due.map((claimId) => [claimId, { type: 'due', at: this.now() }]));
    const said = await Promise.all(answers.map((answer) => this.say(answer)));
    const heard = said.flatMap((one): [string, DisbursingInput][] =>
      one === null ? [] : [[one.claimId, { type: 'answered', at: this.now(), answer: one.answer }]],
    );
    if (heard.length > 0) await this.move(heard);
    return heard.length;
  }

  private async say(answer: ClaimAnswer): Promise<{ claimId: string; answer: BankAnswer } | null> {
    const errand = errandOf(answer);
    if (errand === null) return null;
    const { say, transfer } = errand;
    const said = say === 'instruct' ? this.bank.instruct(transfer) : this.bank.ask(transfer.disbursementId);
    return { claimId: transfer.claimId, answer: await said };
  }

  private move(inputs: readonly [string, DisbursingInput][]): Promise<readonly ClaimAnswer[]> {
    const commands = inputs.map(([claimId, input]): MoveOn => {
      const eventId = this.ids.next();
      const cause = { eventId, correlationId: eventId, traceparent: null };
      return { claimId, membershipId: null, regions: null, by: BY, recordedAt: input.at, cause, input };
    });
    return this.claims.change(plainBatch(commands), movesOn(this.patience));
  }

  private now(): string {
    return this.clock.recordedAt(null);
  }
}
