import { QueryRunnerAlreadyReleasedError } from 'typeorm';

/** The database or broker is away. Nothing is wrong with the command: wait, then try again. */
export class DependencyUnavailable extends Error {
  override readonly name = 'DependencyUnavailable';
}

/** What the work found makes it begin again, on a fresh look at the database; nothing is wrong with it. */
export class TryAgain extends Error {
  override readonly name: string = 'TryAgain';
}

/** SQLSTATE classes that say "not now": connection, resources (disk, memory, connections), operator intervention. */
const OUTAGE_CLASSES = ['08', '53', '57', '58'];
/** A lock or an idle transaction timed out: somebody else is slow or stopped. Or a primary has become a standby. */
const OUTAGE_STATES = new Set(['25P03', '25P04', '55P03', '25006']);
const OUTAGE_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
const OUTAGE_TEXT =
  /connection terminated|connection ended|not queryable|connection error|timeout exceeded|timeout expired|released back to the pool/i;
/** Deadlock and serialisation failure: the same work, done again, goes through. */
const AGAIN_STATES = new Set(['40P01', '40001']);

const codeOf = (error: unknown): string => {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  return String(code ?? driverError?.code ?? '');
};

/** Whether the work may succeed when simply done again at once. */
export const isWorthAnotherTry = (error: unknown): boolean =>
  error instanceof TryAgain || AGAIN_STATES.has(codeOf(error));

/** Whether the error says that the database is away, full or ending, and not that the work is wrong. */
export const isOutage = (error: unknown): boolean => {
  if (error instanceof DependencyUnavailable) return true;
  if (error instanceof QueryRunnerAlreadyReleasedError) return true; // the connection was lost between two statements
  const code = codeOf(error);
  if (OUTAGE_CODES.has(code) || OUTAGE_STATES.has(code)) return true;
  if (code.length === 5 && OUTAGE_CLASSES.includes(code.slice(0, 2))) return true;
  if (error instanceof AggregateError) return error.errors.some(isOutage);
  return code === '' && error instanceof Error && OUTAGE_TEXT.test(error.message);
};
