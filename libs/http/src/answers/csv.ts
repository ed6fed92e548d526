import { stringify } from 'csv-stringify/sync';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The media type of tables. */
export const CSV_MEDIA_TYPE = 'text/csv';

/** A text that begins so is run as a formula by spreadsheets that open the file. */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A row: column names to what stands there; null and undefined are empty cells. */
export type CsvRow = Readonly<Record<string, string | number | boolean | null | undefined>>;

const unarmed = (text: string) => (FORMULA.test(text) ? `'${text}` : text);

/** The rows as CSV (RFC 4180) with a header line; texts that would be formulas are quoted away. */
export const csvOf = (columns: readonly string[], rows: readonly CsvRow[]): string =>
  stringify([...rows], {
    columns: [...columns],
    header: true,
    record_delimiter: '\r\n',
    cast: { string: unarmed, boolean: String },
  });

interface Preference {
  readonly type: string;
  readonly weight: number;
}

const preferencesOf = (accept: string): Preference[] =>
  accept.split(',').map((entry) => {
    const [type = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
    const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? '1';
    return { type, weight: Number(weight) || 0 };
  });

/** Whether the client asks for the media type rather than for JSON. */
export const prefers = (type: string, { headers }: Pick<FastifyRequest, 'headers'>): boolean => {
  const preferences = preferencesOf(headers.accept ?? '');
  const weightOf = (one: string) => preferences.find((preference) => preference.type === one)?.weight ?? 0;
  return weightOf(type) > 0 && weightOf(type) >= weightOf('application/json');
};

/** Whether the client asks for CSV rather than JSON. */
export const prefersCsv = (request: Pick<FastifyRequest, 'headers'>): boolean =>
  prefers(CSV_MEDIA_TYPE, request);

/** Sets what a CSV answer needs beside its text; `name` is the file that a browser would save. */
export const asCsv = (reply: FastifyReply, name: string, csv: string): string => {
  void reply.headers({
    'content-type': `${CSV_MEDIA_TYPE}; charset=utf-8; header=present`,
    'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '-')}.csv"`,
  });
  return csv;
};
