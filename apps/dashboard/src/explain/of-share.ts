import type { Answered } from '../api/client.js';
import type { Ranked } from '../model/ranking.js';
import type { Shown } from '../words/shown.js';
import type { Definition } from './definition.js';
import { definitionOfAnswer } from './of-answer.js';

type Share = Pick<Ranked<unknown>, 'gap' | 'share' | 'allGaps'> & { readonly needed: number };

/** What is said of the persons that a region would bring. */
export const shareDefinition = (
  of: Pick<Answered<unknown>, 'address'>,
  { gap, share, allGaps, needed }: Share,
  { words, whole }: Shown,
): Definition => {
  const { gapView } = words;
  const calculation = `${whole(gap)} ÷ ${whole(allGaps)} × ${whole(needed)} → ${whole(share)}`;
  return definitionOfAnswer(of, { title: gapView.share, meaning: gapView.meanings.share, calculation }, [
    [words.gap, whole(gap)],
    [gapView.allGaps, whole(allGaps)],
    [words.neededTitle, whole(needed)],
  ]);
};
