import { localIssuer } from '../stack/local-issuer.js';
import { CannotRun } from './cannot-run.js';
import { reasonOf } from './reason-of.js';
import { stackIn } from './stack-in.js';

const ANSWER_MS = 10_000;

/** What is asked of reporting, and as whom. */
export interface Question {
  readonly method?: 'GET' | 'POST' | 'PUT';
  /** Behind `/v1/`. */
  readonly path: string;
  readonly role: 'analyst' | 'operator';
  /** JSON. */
  readonly body?: Buffer<ArrayBuffer>;
  readonly answerMs?: number;
}

/**
 * What reporting answers to somebody of the role who sees every region.
 * @throws CannotRun when it does not answer, or refuses: in its own words
 */
export const askReporting = async <Answer>(
  folder: string,
  { method = 'GET', path, role, body, answerMs = ANSWER_MS }: Question,
): Promise<Answer> => {
  const address = stackIn(folder).services['reporting'];
  if (address === undefined) throw new CannotRun('Reporting does not run in this stack.');
  const token = await (await localIssuer(folder)).token({ role });
  const answer = await fetch(`${address}/v1/${path}`, {
    method,
    signal: AbortSignal.timeout(answerMs),
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body }),
  }).catch(() => {
    throw new CannotRun(`reporting does not answer at ${address}. What is wrong: cakupan doctor.`);
  });
  if (!answer.ok) throw new CannotRun(`reporting: ${await reasonOf(answer)}`);
  return (await answer.json()) as Answer;
};
