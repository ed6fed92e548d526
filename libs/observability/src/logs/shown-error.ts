/** What of an error goes into the log. */
export interface ShownError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  /** The frames alone; the first line of a stack repeats the message. */
  readonly stack?: string;
  readonly cause?: ShownError;
}

const CAUSES_MAX = 5;
/** SQLSTATE class 22: the message quotes the value that does not fit. */
const DATA_EXCEPTION = /^22[0-9A-Z]{3}$/;

const framesOf = (stack: string | undefined) =>
  stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');

const messageOf = ({ message }: Error, code: string): string =>
  DATA_EXCEPTION.test(code) ? message.replace(/"[^"]*"/g, '"[masked]"') : message;

/**
 * An error as the log shows it. Drivers hang the query, its parameters and the offending row on their errors: none of
 * that is taken over, since any of it may be somebody's data.
 */
export const shownError = (error: unknown, depth = 0): ShownError => {
  if (!(error instanceof Error))
    return { type: typeof error, message: 'something that is no error was thrown' };
  const { code } = error as { code?: unknown };
  const text = typeof code === 'string' ? code : '';
  const stack = framesOf(error.stack);
  return {
    type: error.name,
    message: messageOf(error, text),
    ...(text && { code: text }),
    ...(stack && { stack }),
    ...(error.cause !== undefined && depth < CAUSES_MAX && { cause: shownError(error.cause, depth + 1) }),
  };
};
