import { keepPreviousData, QueryClient, QueryObserver } from '@tanstack/query-core';
import { useEffect, useState } from 'preact/hooks';
import type { Ask } from '../api/asks.js';
import { waitMs } from '../api/back-off.js';
import type { Answered, Client } from '../api/client.js';
import { failureIn, mayPass, type Failure } from '../api/failure.js';
import { useVisit, type Viewer } from './visit.js';

/** Why an answer that is shown was not asked for anew, and when it came. */
export interface Outdated {
  readonly failure: Failure;
  readonly sinceMs: number;
}

/** A part of the page: not there yet, there (perhaps outdated), failed (perhaps for now), or not to be had at all. */
export type Part<Body> =
  | { readonly kind: 'waiting' }
  | {
      readonly kind: 'there';
      readonly answer: Answered<Body>;
      readonly isOfBefore: boolean;
      readonly outdated: Outdated | null;
    }
  | { readonly kind: 'failed'; readonly failure: Failure; readonly isTrying: boolean }
  | { readonly kind: 'absent' };

/** The body of a part that is there. */
export const bodyOf = <Body>(part: Part<Body>): Body | null =>
  part.kind === 'there' ? part.answer.body : null;

/** Why there is no answer, or no newer one; null where there is no reason to say. */
export const failureOn = (part: Part<unknown>): Failure | null => {
  if (part.kind === 'failed') return part.failure;
  return part.kind === 'there' ? (part.outdated?.failure ?? null) : null;
};

/** Answers are kept for going back; they are asked for anew when they are shown again. */
export const newQueries = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always', // the service may be on this machine, whatever the browser thinks of its network
        staleTime: 2_000,
        retry: (_count, error) => mayPass(failureIn(error)),
        retryDelay: (attempt) => waitMs(attempt, Math.random()),
      },
    },
  });

/** Asks before anything shows the answer: what is drawn asks only after the first frame. */
export const askAhead = <Body>(
  { queries, client }: Pick<Viewer, 'queries' | 'client'>,
  ask: Ask<Body>,
): void => void queries.prefetchQuery({ queryKey: ask.key, queryFn: ({ signal }) => ask.of(client, signal) });

/** How an answer is asked for. */
export interface Asking {
  readonly everyMs?: number;
  /** It is no figure: while somebody looks it is asked once, however often figures move. */
  readonly isLasting?: boolean;
  readonly client?: Client;
}

const optionsOf = <Body>(ask: Ask<Body> | null, client: Client, { everyMs, isLasting }: Asking) => ({
  queryKey: ask?.key ?? ['nothing'],
  queryFn: ({ signal }: { signal: AbortSignal }) => ask!.of(client, signal),
  enabled: ask !== null,
  placeholderData: keepPreviousData,
  ...(everyMs !== undefined && { refetchInterval: everyMs }),
  ...(isLasting && { staleTime: 'static' as const }),
});

type Found<Body> = ReturnType<QueryObserver<Answered<Body>>['getCurrentResult']>;

const partOf = <Body>({
  data,
  error,
  failureReason,
  isPlaceholderData,
  isFetching,
  dataUpdatedAt,
}: Found<Body>): Part<Body> => {
  const failure = error ?? failureReason;
  if (data !== undefined && !(isPlaceholderData && failure))
    return {
      kind: 'there',
      answer: data,
      isOfBefore: isPlaceholderData,
      outdated: failure && { failure: failureIn(failure), sinceMs: dataUpdatedAt },
    };
  if (failure === null) return { kind: 'waiting' };
  return { kind: 'failed', failure: failureIn(failure), isTrying: isFetching };
};

/** The answer to a question, kept current while it is shown; with null nothing is asked. */
export const useAnswer = <Body>(ask: Ask<Body> | null, asking: Asking = {}): Part<Body> => {
  const { queries, client } = useVisit();
  const options = optionsOf(ask, asking.client ?? client, asking);
  const [observer] = useState(() => new QueryObserver<Answered<Body>>(queries, options));
  const [, draw] = useState({});
  useEffect(() => observer.subscribe(() => draw({})), [observer]);
  useEffect(() => observer.setOptions(options), [observer, JSON.stringify(options.queryKey)]);
  if (ask === null) return { kind: 'absent' };
  return partOf(observer.getOptimisticResult(queries.defaultQueryOptions(options) as never));
};
