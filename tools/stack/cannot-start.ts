/** A reason to stop that is the reader's to mend: shown as its sentence alone, without a stack trace. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : null;

/** Whether the operating system refused with this code (`ENOENT`, `EADDRINUSE` …). */
export const failedWith = (error: unknown, code: string): boolean => codeOf(error) === code;

/** What to print for an error: the sentence where there is one, otherwise all that is known. */
export const sentenceOf = (error: unknown): string => {
  if (failedWith(error, 'ENOSPC'))
    return 'The disk is full. Make room, or choose another folder with --data.';
  if (error instanceof CannotStart) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};
