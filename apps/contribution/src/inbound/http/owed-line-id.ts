import { kinds } from '#libs/contracts';
import { parseJson, Problem } from '#libs/http';
import type { OwedLineKey } from '../../use-cases/decide-on-owed-money.js';

/** A line's number: a payment has at most 10,000. */
export const INDEX = /^\d{1,5}$/;

/** The line's three parts as one text for an address. */
export const owedLineId = ({ gateway, paymentId, index }: OwedLineKey): string =>
  Buffer.from(JSON.stringify([gateway, paymentId, index])).toString('base64url');

const partsOf = (id: string): unknown => {
  try {
    return parseJson(Buffer.from(id, 'base64url'));
  } catch {
    return null;
  }
};

/** The line that an id of the list names; an id is only base64, and anyone can write one: a 404 for any other. */
export const keyIn = (id: string): OwedLineKey => {
  const parts = partsOf(id);
  const [gateway, paymentId, index] = Array.isArray(parts) ? (parts as unknown[]) : [];
  const isOurs =
    kinds.gatewayName.accepts(gateway) && kinds.text(64).accepts(paymentId) && INDEX.test(String(index));
  if (!isOurs) throw Problem.notFound();
  return { gateway: gateway as string, paymentId: paymentId as string, index: Number(index) };
};
