import type { ParkedContent, ParkedCorrection, ParkedMessage } from '#libs/kernel';
import { Mask, shownKey } from './mask.js';
import { summaryOf, type ParkedRow } from './rows.js';
import type { Content } from './stored-content.js';

const shownContent = ({ key, headers, value }: Content, mask: Mask): ParkedContent => ({
  key: shownKey(key),
  headers: Object.fromEntries(
    Object.entries(headers).map(([name, text]) => [name, mask.hide(text?.toString() ?? '')]),
  ),
  value: value && mask.hide(value.toString()),
});

const shown = (row: ParkedRow, mask: Mask): Pick<ParkedMessage, 'content' | 'correction'> => ({
  content: shownContent(row.content, mask),
  correction: row.correction && {
    ...shownContent(row.correction, mask),
    by: row.correction.by,
    at: row.correction.at.toISOString(),
  },
});

/** A parked message for the eyes of an operator: whole, with the numbers of persons hidden. */
export const shownMessage = (row: ParkedRow): ParkedMessage => ({
  ...summaryOf(row, row.content.key),
  ...shown(row, new Mask()),
  status: row.status,
  retries: row.retries,
  settledAt: row.settledAt?.toISOString() ?? null,
  settledBy: row.settledBy,
  note: row.note,
});

/** What is tried instead: the latest content with what the correction says, its placeholders put back. */
export const correctedContent = (row: ParkedRow, { key, headers, value }: ParkedCorrection): Content => {
  const mask = new Mask();
  shown(row, mask);
  const bytes = (text: string) => Buffer.from(mask.restore(text));
  const { content, correction } = row;
  const latest = correction ?? content;
  const given = Object.entries(headers ?? {}).map(([name, text]) => [name, bytes(text)] as const);
  return {
    key: key === undefined ? latest.key : bytes(key),
    headers: { ...latest.headers, ...Object.fromEntries(given) },
    value: value === undefined ? latest.value : bytes(value),
  };
};
