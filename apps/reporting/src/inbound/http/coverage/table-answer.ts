import {
  asCsv,
  csvOf,
  prefersCsv,
  unlessHeld,
  type CsvRow,
  type FastifyReply,
  type FastifyRequest,
} from '#libs/http';
import { goesOn } from '../../../use-cases/freshness.js';
import type { FreshnessView } from './coverage-view.js';

interface Fresh {
  readonly freshness: FreshnessView;
}

/** An answer that is a table. */
interface Table<View> {
  readonly view: View;
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  /** Of the file that a browser would save. */
  readonly name: string;
}

/** What a client would see change: how fresh it is changes all the time, but not whether it still gets fresher. */
const covered = <View extends Fresh>(view: View) => ({ ...view, freshness: goesOn(view.freshness.reading) });

/** The view as JSON, or its rows as CSV to who prefers that; 304 and nothing to who holds them. */
export const tableAnswer = <View extends Fresh>(
  request: FastifyRequest,
  reply: FastifyReply,
  { view, columns, rows, name }: Table<View>,
): View | string | undefined => {
  if (!prefersCsv(request)) return unlessHeld(request, reply, covered(view), view);
  const csv = unlessHeld(request, reply, { csv: covered(view) }, csvOf(columns, rows));
  return csv && asCsv(reply, name, csv);
};
