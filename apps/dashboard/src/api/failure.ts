/** Why there is no answer to show. */
export type Failure =
  'token-needed' | 'not-allowed' | 'not-found' | 'not-understood' | 'busy' | 'broken' | 'unreachable';

export class FetchFailed extends Error {
  constructor(readonly failure: Failure) {
    super(failure);
    this.name = 'FetchFailed';
  }
}

/** The reason of an error that was thrown while asking; what is not ours is a bug and goes on. */
export const failureIn = (error: unknown): Failure => {
  if (error instanceof FetchFailed) return error.failure;
  if (error instanceof SyntaxError) return 'broken';
  throw error;
};

/** Whether asking again may help. */
export const mayPass = (failure: Failure): boolean => ['busy', 'broken', 'unreachable'].includes(failure);
