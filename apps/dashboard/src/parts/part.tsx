import type { ComponentChildren } from 'preact';
import type { Answered } from '../api/client.js';
import { momentInJakarta } from '../format/days.js';
import type { Part } from '../page/answers.js';
import { useVisit } from '../page/visit.js';

interface Props<Body> {
  readonly of: Part<Body>;
  readonly children: (answer: Answered<Body>) => ComponentChildren;
}

/** `Tidak diperbarui sejak 17.20.05 WIB`, with the reason: what is shown may have changed, and nobody could ask. */
export const NotRefreshed = ({ of: part }: { readonly of: Part<unknown> }) => {
  const { shown, today } = useVisit();
  if (part.kind !== 'there' || part.outdated === null) return null;
  const { failure, sinceMs } = part.outdated;
  const since = momentInJakarta(new Date(sinceMs).toISOString(), today, shown.language);
  return (
    <span class="note not-refreshed" role="status">
      {shown.words.notRefreshed(since)} {shown.words.failures[failure]}
    </span>
  );
};

/** What a part shows when it is there, saying so where it could not be asked for anew; a sentence while it is not. */
export const WhenThere = <Body,>({ of: part, children }: Props<Body>) => {
  const { shown, queries } = useVisit();
  const { words } = shown;
  switch (part.kind) {
    case 'absent':
      return null;
    case 'waiting':
      return <p class="quiet">{words.loading}</p>;
    case 'there':
      return (
        <>
          <NotRefreshed of={part} />
          {children(part.answer)}
        </>
      );
    case 'failed':
      return (
        <p class="quiet" role="status">
          {words.failures[part.failure]}{' '}
          {part.isTrying ? (
            words.trying
          ) : (
            <button type="button" class="link" onClick={() => void queries.invalidateQueries()}>
              {words.retry}
            </button>
          )}
        </p>
      );
  }
};
