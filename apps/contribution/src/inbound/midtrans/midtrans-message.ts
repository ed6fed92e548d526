import { kinds } from '#libs/contracts';
import { Problem } from '#libs/http';

/** As much of a notice as matters here; it carries more. */
export interface MidtransNotice {
  readonly order_id: string;
  readonly transaction_id: string;
  readonly status_code: string;
  readonly gross_amount: string;
  readonly signature_key: string;
  readonly transaction_status: string;
  readonly payment_type: string;
  readonly transaction_time: string;
  readonly settlement_time?: string;
  readonly fraud_status?: string;
  readonly currency?: string;
}

const TEXTS = [
  'order_id',
  'transaction_id',
  'status_code',
  'gross_amount',
  'signature_key',
  'transaction_status',
  'payment_type',
  'transaction_time',
] as const;

/** The notice in a body, all texts as they came. Throws a 400 that names what is missing. */
export const midtransNoticeIn = (body: unknown): MidtransNotice => {
  const stated = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const wrong = TEXTS.filter((name) => !kinds.text(200).accepts(stated[name]));
  if (wrong.length === 0) return stated as unknown as MidtransNotice;
  throw Problem.malformed(
    wrong.map((path) => ({ path, reason: stated[path] === undefined ? 'missing' : 'malformed' })),
  );
};
