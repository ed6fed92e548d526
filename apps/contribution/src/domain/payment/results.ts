import type { Reason } from '#libs/kernel';
import type { PaymentResult, UnsettledLine } from './payment-events.js';
import type { Line } from './line.js';

/** So many ids go into one result: with 10,000 unsettled lines beside them it stays below 1 MiB. */
export const RESULT_IDS_MAX = 10_000;

const contributionsOf = ({ state }: Line): string[] =>
  state.status === 'accepted' ? state.contributions.map(({ contributionId }) => contributionId) : [];

const reasonOf = ({ state }: Line): Reason[] =>
  state.status === 'unmatched' || state.status === 'refused' ? [state.reason] : [];

const unsettled = (lines: readonly Line[]): UnsettledLine[] =>
  lines.flatMap((line) => reasonOf(line).map((reason) => ({ index: line.index, reasons: [reason] })));

const chunked = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / RESULT_IDS_MAX) }, (_, index) =>
    ids.slice(index * RESULT_IDS_MAX, (index + 1) * RESULT_IDS_MAX),
  );

const accepted = (lines: readonly Line[], withLines: boolean): PaymentResult[] =>
  chunked(lines.flatMap(contributionsOf)).map((contributions, index) => ({
    type: 'PaymentAccepted',
    contributions,
    lines: withLines && index === 0 ? unsettled(lines) : null,
  }));

const reasons = (lines: readonly Line[]) => [...new Set(lines.flatMap(reasonOf))];

/** What is told of a payment whose lines were settled for the first time; more than one result where ids are many. */
export const firstResults = (lines: readonly Line[], withLines: boolean): readonly PaymentResult[] => {
  if (lines.some(({ state }) => state.status === 'accepted')) return accepted(lines, withLines);
  const unmatched = lines.some(({ state }) => state.status === 'unmatched');
  return [{ type: unmatched ? 'PaymentUnmatched' : 'PaymentRefused', reasons: reasons(lines) }];
};

/**
 * What is told when a line has been taken up later: what it pays for; or that the whole payment is refused, once no other
 * line waits and none was accepted.
 */
export const laterResults = (
  line: Line,
  rest: { readonly accepted: number; readonly unmatched: number },
): readonly PaymentResult[] => {
  if (line.state.status === 'accepted') return accepted([line], false);
  if (rest.accepted > 0 || rest.unmatched > 0) return [];
  return [{ type: 'PaymentRefused', reasons: reasons([line]) }];
};
