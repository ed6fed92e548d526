import { CUTS, type Cut, type Measure } from '../api/coverage-answer.js';

/** What the page is asked; days are `YYYY-MM-DD`, null is today and all that is known. */
export interface Question {
  readonly region: string;
  readonly asOf: string | null;
  readonly knownOn: string | null;
  readonly measure: Measure;
  readonly cut: Cut;
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const dayIn = (text: string | null): string | null => (text !== null && DAY.test(text) ? text : null);

/** Reads the question of an address (`?region=33.72&asOf=…`); what it does not say, or says wrong, is the usual. */
export const questionOf = (search: string, usualRegion: string): Question => {
  const parameters = new URLSearchParams(search);
  const cut = CUTS.find((known) => known === parameters.get('by'));
  return {
    region: parameters.get('region') || usualRegion,
    asOf: dayIn(parameters.get('asOf')),
    knownOn: dayIn(parameters.get('knownOn')),
    measure: parameters.get('measure') === 'registered' ? 'registered' : 'active',
    cut: cut ?? 'segment',
  };
};

/** What the public may ask instead: the active of today. */
export const forThePublic = (question: Question): Question => ({
  ...question,
  asOf: null,
  knownOn: null,
  measure: 'active',
});

/** The address of a question, without what is usual. */
export const addressOf = ({ region, asOf, knownOn, measure, cut }: Question): string =>
  `?${parametersOf({
    region,
    asOf,
    knownOn,
    measure: measure === 'active' ? null : measure,
    by: cut === 'segment' ? null : cut,
  })}`;

/** Parameters in the order given, without those that are null; commas and colons stay readable. */
export const parametersOf = (parameters: Readonly<Record<string, string | null>>): string =>
  Object.entries(parameters)
    .flatMap(([name, value]) => (value === null ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&')
    .replace(/%2C/g, ',')
    .replace(/%3A/g, ':');
