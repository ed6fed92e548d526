import { assertNever, happened, ignored, refused, type Outcome } from '#libs/kernel';
import type { DisbursementResult } from './disbursement.result.js';

interface Order {
  readonly disbursementId: string;
  readonly orderedAt: string;
}

/** Where the bank stands, whose last word or silence was at `contactAt`. */
interface AtTheBank {
  readonly sentAt: string;
  readonly contactAt: string;
}

/** One transfer of the whole granted amount. */
export type Disbursement =
  | (Order & { readonly status: 'ordered' })
  /** It left, and the bank does not know it, so long after that it never will: it is sent again. */
  | (Order & { readonly status: 'lost'; readonly lostAt: string })
  /** It never left: an earlier one was paid after all. */
  | (Order & { readonly status: 'withdrawn'; readonly withdrawnAt: string })
  /** The instruction left, or may have left: until the bank speaks nobody knows. */
  | (Order & AtTheBank & { readonly status: 'sent' })
  | (Order & AtTheBank & { readonly status: 'accepted'; readonly bankReference: string })
  | (Order & { readonly status: 'failed'; readonly failedAt: string; readonly reason: string })
  | (Order & { readonly status: 'paid'; readonly paidAt: string })
  | (Order & {
      readonly status: 'returned';
      readonly paidAt: string;
      readonly returnedAt: string;
      readonly reason: string;
    });

interface Happened {
  readonly disbursementId: string;
  readonly at: string;
}

export type DisbursementEvent =
  | ({ readonly type: 'disbursement-ordered' } & Order)
  | ({ readonly type: 'disbursement-sent' } & Happened)
  | ({ readonly type: 'disbursement-asked' } & Happened)
  | ({ readonly type: 'disbursement-unsent' } & Happened)
  | ({ readonly type: 'disbursement-withdrawn' } & Happened)
  | ({ readonly type: 'disbursement-accepted'; readonly bankReference: string } & Happened)
  | ({ readonly type: 'disbursement-failed'; readonly reason: string } & Happened)
  | {
      readonly type: 'benefit-paid';
      readonly disbursementId: string;
      readonly amountRupiah: number;
      readonly paidAt: string;
    }
  | {
      readonly type: 'benefit-returned';
      readonly disbursementId: string;
      readonly amountRupiah: number;
      readonly returnedAt: string;
      readonly reason: string;
    };

type Later = Exclude<DisbursementEvent, { type: 'disbursement-ordered' }>;

const orderOf = ({ disbursementId, orderedAt }: Disbursement): Order => ({ disbursementId, orderedAt });

const contacted = (disbursement: Disbursement, contactAt: string): Disbursement =>
  'contactAt' in disbursement ? { ...disbursement, contactAt } : disbursement;

const accepted = (
  disbursement: Disbursement,
  { at, bankReference }: Later & { type: 'disbursement-accepted' },
): Disbursement =>
  'sentAt' in disbursement
    ? {
        ...orderOf(disbursement),
        status: 'accepted',
        sentAt: disbursement.sentAt,
        contactAt: at,
        bankReference,
      }
    : disbursement;

const returned = (
  disbursement: Disbursement,
  { returnedAt, reason }: Later & { type: 'benefit-returned' },
): Disbursement =>
  'paidAt' in disbursement
    ? { ...orderOf(disbursement), status: 'returned', paidAt: disbursement.paidAt, returnedAt, reason }
    : disbursement;

const evolved = (disbursement: Disbursement, event: Later): Disbursement => {
  const order = orderOf(disbursement);
  switch (event.type) {
    case 'disbursement-sent':
      return { ...order, status: 'sent', sentAt: event.at, contactAt: event.at };
    case 'disbursement-asked':
      return contacted(disbursement, event.at);
    case 'disbursement-unsent':
      return { ...order, status: 'lost', lostAt: event.at };
    case 'disbursement-withdrawn':
      return { ...order, status: 'withdrawn', withdrawnAt: event.at };
    case 'disbursement-accepted':
      return accepted(disbursement, event);
    case 'disbursement-failed':
      return { ...order, status: 'failed', failedAt: event.at, reason: event.reason };
    case 'benefit-paid':
      return { ...order, status: 'paid', paidAt: event.paidAt };
    case 'benefit-returned':
      return returned(disbursement, event);
    default:
      return assertNever(event);
  }
};

/** A claim's disbursements after one more event. */
export const evolveDisbursements = (
  disbursements: readonly Disbursement[],
  event: DisbursementEvent,
): readonly Disbursement[] => {
  if (event.type !== 'disbursement-ordered')
    return disbursements.map((one) =>
      one.disbursementId === event.disbursementId ? evolved(one, event) : one,
    );
  const { disbursementId, orderedAt } = event;
  return [...disbursements, { status: 'ordered', disbursementId, orderedAt }];
};

const sameInstant = (a: string, b: string): boolean => Date.parse(a) === Date.parse(b);

const settlePaid = (
  result: DisbursementResult & { status: 'paid' },
  known: Disbursement,
): Outcome<DisbursementEvent> => {
  const { disbursementId, amountRupiah, paidAt } = result;
  if ('paidAt' in known)
    return sameInstant(known.paidAt, paidAt)
      ? ignored('already-answered')
      : refused('disbursement-id-reused');
  return happened({ type: 'benefit-paid', disbursementId, amountRupiah, paidAt });
};

const settleReturned = (
  result: DisbursementResult & { status: 'returned' },
  known: Disbursement,
): Outcome<DisbursementEvent> => {
  const { disbursementId, amountRupiah, returnedAt, reason } = result;
  if (known.status === 'paid')
    return happened({ type: 'benefit-returned', disbursementId, amountRupiah, returnedAt, reason });
  if (known.status !== 'returned') return refused('not-paid');
  const repeated = sameInstant(known.returnedAt, returnedAt) && known.reason === reason;
  return repeated ? ignored('already-answered') : refused('disbursement-id-reused');
};

/** Takes the bank's word: the same again changes nothing, something else for the same disbursement is refused. */
export const settleDisbursement = (
  result: DisbursementResult,
  grantedRupiah: number,
  disbursements: readonly Disbursement[],
): Outcome<DisbursementEvent> => {
  const known = disbursements.find(({ disbursementId }) => disbursementId === result.disbursementId);
  if (known === undefined) return refused('disbursement-unknown');
  if (result.amountRupiah !== grantedRupiah) return refused('amount-differs');
  return result.status === 'paid' ? settlePaid(result, known) : settleReturned(result, known);
};
