import type { Row } from '../api/answers.js';
import { liesIn, SOLO } from './regions.js';

/** The source that sample data name for counts which nobody published. */
const INVENTED_SOURCE = 'sample, invented';

/** Whether a count was invented for the sample. */
export const isInvented = (denominator: { readonly source: string } | null): boolean =>
  denominator?.source === INVENTED_SOURCE;

/** Whether any of the rows is measured by an invented count. */
export const hasInvented = (rows: readonly Pick<Row, 'denominator'>[]): boolean =>
  rows.some(({ denominator }) => isInvented(denominator));

/** Whether any of the codes, joined by commas, is of people whom the sample does not have all: it has those of Solo. */
export const isBeyondSample = (region: string): boolean =>
  !region.split(',').every((code) => liesIn(code, [SOLO]));
