import {
  asCsv,
  csvOf,
  prefersCsv,
  unlessHeld,
  type CsvRow,
  type FastifyReply,
  type FastifyRequest,
} from '#libs/http';

/** An answer that is a table. */
interface Table<View> {
  /** What the client would see change: the `ETag` is computed from it. */
  readonly covered: unknown;
  readonly view: View;
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
  /** Of the file that a browser would save. */
  readonly name: string;
}

/** The view as JSON, or its rows as CSV to who prefers that; 304 and nothing to who holds them. */
export const tableAnswer = <View>(
  request: FastifyRequest,
  reply: FastifyReply,
  { covered, view, columns, rows, name }: Table<View>,
): View | string | undefined => {
  if (!prefersCsv(request)) return unlessHeld(request, reply, covered, view);
  const csv = unlessHeld(request, reply, { csv: covered }, csvOf(columns, rows));
  return csv && asCsv(reply, name, csv);
};
