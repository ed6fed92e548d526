import { happened, ignored, plainBatch, type Clock, type Ids, type Outcome } from '#libs/kernel';
import type { Claim, ClaimEvent } from '../domain/claim/claim.js';
import type { DisbursementEvent } from '../domain/claim/disbursement.js';
import { disbursing, type BankPatience, type DisbursingInput } from '../domain/claim/disbursing.js';
import type { Bank, BankAnswer, Transfer } from './bank.js';
import type { ClaimAnswer, ClaimCommand, Claims } from './claims.js';

/** So many transfers are at the bank at once. */
const TRANSFERS_MAX = 50;
/** Who acts when no person does. */
const BY = 'bank';

type MoveOn = ClaimCommand & { readonly input: DisbursingInput };

const movesOn =
  (patience: BankPatience) =>
  ({ input }: MoveOn, { claim }: { readonly claim: Claim | null }): Outcome<ClaimEvent> => {
    if (claim === null || !('disbursements' in claim)) return ignored('nothing-changes');
    const { disbursements, decision } = claim;
    const [first, ...rest] = disbursing(disbursements, decision.amountRupiah, input, patience).events;
    return first === undefined ? ignored('nothing-changes') : happened<ClaimEvent>(first, ...rest);
  };

/** What stood for the account went with an erased person before the money left: nothing is said to the bank. */
const NO_ACCOUNT: BankAnswer = { kind: 'failed', reason: 'account-missing' };

interface Errand {
  readonly say: 'instruct' | 'ask';
  readonly saidAt: string;
  readonly transfer: Omit<Transfer, 'payee'> & { readonly payee: string | null };
}

/** What has to be said to the bank after this was recorded. */
const errandOf = (answer: ClaimAnswer): Errand | null => {
  const { claim } = answer;
  if (answer.kind !== 'happened' || claim === null || !('decision' in claim)) return null;
  const event = answer.events[0] as DisbursementEvent;
  if (event.type !== 'disbursement-sent' && event.type !== 'disbursement-asked') return null;
  const { disbursementId, at: saidAt, type } = event;
  const { claimId } = claim.submission;
  const { amountRupiah } = claim.decision;
  const transfer = { disbursementId, claimId, amountRupiah, payee: claim.accountToken };
  return { say: type === 'disbursement-sent' ? 'instruct' : 'ask', saidAt, transfer };
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
    const heard = said.flatMap((one): [string, DisbursingInput][] => (one === null ? [] : [one]));
    if (heard.length > 0) await this.move(heard);
    return heard.length;
  }

  private async say(recorded: ClaimAnswer): Promise<[claimId: string, DisbursingInput] | null> {
    const errand = errandOf(recorded);
    if (errand === null) return null;
    const { say, saidAt, transfer } = errand;
    const { disbursementId, claimId } = transfer;
    const answer = await (say === 'instruct' ? this.instruct(transfer) : this.bank.ask(disbursementId));
    return [claimId, { type: 'answered', at: this.now(), disbursementId, saidAt, answer }];
  }

  private async instruct({ payee, ...transfer }: Errand['transfer']): Promise<BankAnswer> {
    return payee === null ? NO_ACCOUNT : this.bank.instruct({ ...transfer, payee });
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
