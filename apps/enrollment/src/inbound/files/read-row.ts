import { SignUpSubmitted, signUpSubmitted } from '#libs/contracts';
import { parseJson, Problem, strictCheckOf, validated } from '#libs/http';
import type { Reason } from '#libs/kernel';
import type { ReadRow } from '../../use-cases/register-members-of-batch.js';
import type { BatchSender, RawRow } from '../../use-cases/sign-up-batches.js';
import { mayNotSend } from '../http/sign-up.access.js';

const isSignUp = strictCheckOf(signUpSubmitted);
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

const flawed = (
  status: 'refused' | 'malformed',
  reasons: readonly Reason[],
  { signUpId = null, fields = [] }: { signUpId?: string | null; fields?: Problem['body']['fields'] } = {},
): ReadRow => ({
  kind: 'flawed',
  signUpId,
  flaw: { status, reasons: reasons as [Reason, ...Reason[]], fields },
});

const quickly = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Only what has the shape of an id is shown again: anything else may be somebody's number. */
const idIn = (value: unknown): string | null => {
  const id = typeof value === 'object' && value !== null && 'signUpId' in value ? value.signUpId : null;
  return typeof id === 'string' && UUID.test(id) ? id : null;
};

/** Says what is wrong with a row, as a request with the same content would be told. */
const explained = (text: string, value: unknown): SignUpSubmitted | ReadRow => {
  try {
    return validated(SignUpSubmitted, parseJson(Buffer.from(text)));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return flawed('malformed', error.reasons, { signUpId: idIn(value), fields: error.body.fields });
  }
};

const sentBy = (data: SignUpSubmitted, sender: BatchSender): ReadRow => {
  const reason = mayNotSend(sender, data);
  return reason === null
    ? { kind: 'sign-up', data }
    : flawed('refused', [reason], { signUpId: data.signUpId });
};

/** A row of a file as a sign-up of its sender, by the same rules as a request: fields that nobody knows are refused. */
export const readRow = (row: RawRow, sender: BatchSender): ReadRow => {
  if (typeof row !== 'string') return flawed('malformed', [row.flaw]);
  const value = quickly(row);
  if (isSignUp(value)) return sentBy(value, sender);
  const said = explained(row, value);
  return 'kind' in said ? said : sentBy(said, sender);
};
