import { readFileSync } from 'node:fs';
import type { PublishedFigure } from '../../apps/reporting/src/domain/published/published-figure.js';

export type { PublishedFigure } from '../../apps/reporting/src/domain/published/published-figure.js';

/** Reporting sets these figures beside its own; the story is made so that they are the same. */
const FILE = new URL('../../apps/reporting/src/outbound/published/published-figures.json', import.meta.url);

/** What five newspaper articles print about the branch and the country. Claims with a source: never corrected. */
export const PUBLISHED_FIGURES = (
  JSON.parse(readFileSync(FILE, 'utf8')) as { readonly figures: readonly PublishedFigure[] }
).figures;
