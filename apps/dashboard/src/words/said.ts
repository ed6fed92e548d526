import type { Coverage } from '../api/answers.js';
import type { Shown } from './shown.js';

/** What the tab and a bookmark are called: the figure, the place. */
export const pageTitle = (answer: Coverage | null, shown: Shown): string => {
  const row = answer?.rows[0];
  if (row === undefined) return shown.words.title;
  const figure = row.coverageText === null ? shown.count(row.persons, row) : shown.coverage(row);
  return `${figure} · ${row.name ?? row.region} · ${shown.words.title}`;
};

/** The figure in one sentence, for those who hear the page. */
export const announcement = (answer: Coverage | null, shown: Shown): string => {
  const row = answer?.rows[0];
  if (!answer || !row) return '';
  const place = shown.words.andDay(row.name ?? row.region ?? '', shown.day(answer.asOf));
  const people = shown.words.people[answer.measure === 'registered' ? 'registered' : 'active'];
  const persons = `${shown.count(row.persons, row)} ${people}`;
  return `${place}: ${row.coverageText === null ? '' : `${shown.coverage(row)}, `}${persons}.`;
};
