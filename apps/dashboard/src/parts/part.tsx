import type { ComponentChildren } from 'preact';
import type { Answered } from '../api/client.js';
import { useVisit } from '../page/visit.js';
import type { Part } from '../page/answers.js';

interface Props<Body> {
  readonly of: Part<Body>;
  readonly children: (answer: Answered<Body>) => ComponentChildren;
}

/** What a part shows when it is there, and a sentence while it is not. */
export const WhenThere = <Body,>({ of: part, children }: Props<Body>) => {
  const { shown, queries } = useVisit();
  const { words } = shown;
  switch (part.kind) {
    case 'absent':
      return null;
    case 'waiting':
      return <p class="quiet">{words.loading}</p>;
    case 'there':
      return <>{children(part.answer)}</>;
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
