/** Why there is no answer to show. */
export type Failure =
  | 'token-needed'
  | 'not-allowed'
  | 'not-found'
  | 'not-understood'
  | 'refused'
  | 'busy'
  | 'broken'
  | 'unreachable';

const FAILURE_BY_STATUS: Readonly<Record<number, Failure>> = {
  401: 'token-needed',
  403: 'not-allowed',
  404: 'not-found',
  409: 'refused',
  422: 'refused',
  429: 'busy',
  503: 'busy',
};

/** What an answer that is none says by its status. */
export const failureOf = ({ status }: Pick<Response, 'status'>): Failure =>
  FAILURE_BY_STATUS[status] ?? (status < 500 ? 'not-understood' : 'broken');

const problemIn = async (response: Response): Promise<{ detail?: unknown }> => {
  try {
    return (await response.clone().json()) as { detail?: unknown };
  } catch {
    return {};
  }
};

/** There is no answer. `detail` is the service's own sentence, where it gave one. */
export class FetchFailed extends Error {
  constructor(
    readonly failure: Failure,
    readonly detail: string | null = null,
  ) {
    super(failure);
    this.name = 'FetchFailed';
  }

  static async of(response: Response): Promise<FetchFailed> {
    const { detail } = await problemIn(response);
    return new FetchFailed(failureOf(response), typeof detail === 'string' ? detail : null);
  }
}

/** The reason of an error that was thrown while asking; what is not ours is a bug of the service's answer. */
export const failureIn = (error: unknown): Failure =>
  error instanceof FetchFailed ? error.failure : 'broken';

/** Whether asking again may help. */
export const mayPass = (failure: Failure): boolean => ['busy', 'broken', 'unreachable'].includes(failure);
