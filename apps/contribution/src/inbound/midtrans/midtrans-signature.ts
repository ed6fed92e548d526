import { createHash } from 'node:crypto';
import { isOneOf } from '../http/is-one-of.js';
import type { MidtransNotice } from './midtrans-message.js';

/** SHA-512 over order, status code, amount as it was written, and the merchant's server key: one of two while it changes. */
export const isFromMidtrans = (notice: MidtransNotice, serverKeys: readonly string[]): boolean => {
  const { order_id, status_code, gross_amount, signature_key } = notice;
  const signatures = serverKeys.map((key) =>
    createHash('sha512').update(`${order_id}${status_code}${gross_amount}${key}`).digest('hex'),
  );
  return isOneOf(signature_key, signatures);
};
