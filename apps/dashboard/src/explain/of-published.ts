import type { Published } from '../api/answers.js';
import type { Answered } from '../api/client.js';
import type { Shown } from '../words/shown.js';
import type { Definition } from './definition.js';
import { definitionOfAnswer } from './of-answer.js';

/** A printed number or ours as it is written; shares are texts already. */
export const publishedText = (value: string | number | null, kind: string, shown: Shown): string => {
  if (value === null) return shown.words.unknown;
  if (typeof value === 'string') return shown.share(value);
  return kind === 'benefits' ? shown.rupiah(value) : shown.whole(value);
};

/** Why there is none of ours; a reason that the page does not know yet is the service's own sentence. */
export const missingText = (
  { reason, explanation }: Pick<Published, 'reason' | 'explanation'>,
  { words }: Shown,
): string => (reason === null ? undefined : words.published.reasons[reason]) ?? explanation ?? words.unknown;

/** What is said of a number beside which an article's stands. */
export const publishedDefinition = (
  which: 'printed' | 'ours' | 'recomputed',
  answered: Answered<Published>,
  shown: Shown,
): Definition => {
  const { id, source, region, kind, printed, ours, recomputed } = answered.body;
  const { published, definitions, place } = shown.words;
  const text = (value: unknown) => publishedText(value as string | number | null, kind, shown);
  return definitionOfAnswer(answered, { title: published[which], meaning: published.meanings[which] }, [
    [definitions.id, id],
    [published.article, source],
    [place, region],
    [published.printed, text(printed)],
    [published.ours, ours === null ? missingText(answered.body, shown) : text(ours)],
    [published.recomputed, text(recomputed)],
  ]);
};
