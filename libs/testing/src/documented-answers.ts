import { finderOf, operationsOf, type OpenApi } from './operations.js';

/** An answer, and what it is one to. */
export interface Answered {
  readonly method: string;
  /** Path with query. */
  readonly url: string;
  readonly status: number;
}

interface Described {
  readonly responses: Readonly<Record<string, unknown>>;
}

/** Fails for an answer whose status the document does not name for the operation; other addresses are none of its business. */
export const holdingTo = (api: OpenApi): ((answered: Answered) => void) => {
  const find = finderOf(operationsOf(api));
  return ({ method, url, status }) => {
    const operation = find({ method, path: url.split('?', 1)[0]! });
    if (!operation) return;
    const { responses } = api.paths[operation.path]![method.toLowerCase()] as Described;
    if (!Object.hasOwn(responses, status))
      throw new Error(`${method} ${operation.path} answered ${status}, of which its document says nothing`);
  };
};
