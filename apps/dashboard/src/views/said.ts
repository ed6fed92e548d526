import { bodyOf, type PageState } from '../model/state.js';
import { shownIn } from './shown.js';

/** What the tab and a bookmark are called: the figure, the place. */
export const pageTitle = (state: PageState): string => {
  const shown = shownIn(state.language);
  const row = bodyOf(state.figure)?.rows[0];
  if (row === undefined) return shown.words.title;
  const figureText = row.coverageText === null ? shown.count(row.persons, row) : shown.coverage(row);
  return `${figureText} · ${row.name ?? row.region} · ${shown.words.title}`;
};

/** The figure in one sentence, for those who hear the page. */
export const announcement = (state: PageState): string => {
  const shown = shownIn(state.language);
  const answer = bodyOf(state.figure);
  const row = answer?.rows[0];
  if (!answer || !row) return '';
  const place = shown.words.andDay(row.name ?? row.region ?? '', shown.day(answer.asOf));
  const persons = `${shown.count(row.persons, row)} ${shown.words.people[answer.measure]}`;
  return `${place}: ${row.coverageText === null ? '' : `${shown.coverage(row)}, `}${persons}.`;
};
