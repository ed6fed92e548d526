import { assertNever, happened, ignored, refused, type Outcome } from '#libs/kernel';

interface Order {
  readonly disbursementId: string;
  readonly orderedAt: string;
}

/** One transfer of the whole granted amount. */
export type Disbursement =
  | (Order & { readonly status: 'ordered' })
  | (Order & { readonly status: 'paid'; readonly paidAt: string })
  | (Order & {
      readonly status: 'returned';
      readonly paidAt: string;
      readonly returnedAt: string;
      readonly reason: string;
    });

/** What the bank says became of a disbursement. */
export type DisbursementResult =
  | {
      readonly status: 'paid';
      readonly disbursementId: string;
      readonly amountRupiah: number;
      readonly paidAt: string;
    }
  | {
      readonly status: 'returned';
      readonly disbursementId: string;
      readonly amountRupiah: number;
      readonly returnedAt: string;
      readonly reason: string;
    };

export type DisbursementEvent =
  | ({ readonly type: 'disbursement-ordered' } & Order)
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

const settled = (disbursement: Disbursement, event: DisbursementEvent): Disbursement => {
  if (event.disbursementId !== disbursement.disbursementId) return disbursement;
  const order = { disbursementId: disbursement.disbursementId, orderedAt: disbursement.orderedAt };
  switch (event.type) {
    case 'disbursement-ordered':
      return disbursement;
    case 'benefit-paid':
      return { ...order, status: 'paid', paidAt: event.paidAt };
    case 'benefit-returned':
      return disbursement.status === 'ordered'
        ? disbursement
        : {
            ...order,
            status: 'returned',
            paidAt: disbursement.paidAt,
            returnedAt: event.returnedAt,
            reason: event.reason,
          };
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
    return disbursements.map((disbursement) => settled(disbursement, event));
  const { disbursementId, orderedAt } = event;
  return [...disbursements, { status: 'ordered', disbursementId, orderedAt }];
};

/** Where an approved claim stands, by its last disbursement. */
export const statusAfter = (
  disbursements: readonly Disbursement[],
): 'approved' | 'disbursing' | 'paid' | 'returned' => {
  const last = disbursements.at(-1);
  if (last === undefined) return 'approved';
  return last.status === 'ordered' ? 'disbursing' : last.status;
};

/** Orders the transfer; only one at a time, and another one only after the last came back. */
export const orderDisbursement = (
  order: Order,
  disbursements: readonly Disbursement[],
): Outcome<DisbursementEvent> => {
  const status = statusAfter(disbursements);
  return status === 'approved' || status === 'returned'
    ? happened({ type: 'disbursement-ordered', ...order })
    : ignored('already-answered');
};

const sameInstant = (a: string, b: string): boolean => Date.parse(a) === Date.parse(b);

const settlePaid = (
  result: DisbursementResult & { status: 'paid' },
  known: Disbursement,
): Outcome<DisbursementEvent> => {
  const { disbursementId, amountRupiah, paidAt } = result;
  if (known.status === 'ordered')
    return happened({ type: 'benefit-paid', disbursementId, amountRupiah, paidAt });
  return sameInstant(known.paidAt, paidAt) ? ignored('already-answered') : refused('disbursement-id-reused');
};

const settleReturned = (
  result: DisbursementResult & { status: 'returned' },
  known: Disbursement,
): Outcome<DisbursementEvent> => {
  const { disbursementId, amountRupiah, returnedAt, reason } = result;
  if (known.status === 'ordered') return refused('not-paid');
  if (known.status === 'paid')
    return happened({ type: 'benefit-returned', disbursementId, amountRupiah, returnedAt, reason });
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
