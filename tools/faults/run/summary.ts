import type { Fault } from '../plan/fault.js';
import type { Outcome } from './disturb.js';

interface Spread {
  /** Of how many: those that were in time. */
  readonly of: number;
  readonly p50: number;
  readonly max: number;
}

/** Recovery times of one kind of fault, in milliseconds; null where none was got over in time. */
export interface KindSummary {
  readonly times: number;
  /** How long it was held, beside what else was done to bring it about. */
  readonly heldMs: Spread | null;
  /** Inputs that were acknowledged while it was held, all times together. */
  readonly acknowledgedMeanwhile: number;
  readonly answersBackMs: Spread | null;
  readonly caughtUpMs: Spread | null;
  /** How often recovery took longer than was waited for. */
  readonly notInTime: number;
}

const spreadOf = (values: readonly (number | null)[]): Spread | null => {
  const known = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  if (known.length === 0) return null;
  return { of: known.length, p50: known[Math.floor((known.length - 1) / 2)]!, max: known.at(-1)! };
};

/** Under full load only answers are waited for. */
const isLate = ({ answersBackMs, caughtUpMs, isUnderFullLoad }: Outcome): boolean =>
  answersBackMs === null || (caughtUpMs === null && !isUnderFullLoad);

const nameOf = (fault: Fault): string => {
  if (fault.kind === 'kill') return fault.point === null ? 'kill' : `kill ${fault.point}`;
  return 'wire' in fault ? `${fault.kind} ${fault.wire}` : fault.kind;
};

/** What all faults of a kind came to, by kind. */
export const summaryOf = (outcomes: readonly Outcome[]): Record<string, KindSummary> => {
  const byName = Object.groupBy(outcomes, ({ fault }) => nameOf(fault));
  return Object.fromEntries(
    Object.entries(byName).map(([name, ofKind = []]) => [
      name,
      {
        times: ofKind.length,
        heldMs: spreadOf(ofKind.map(({ heldMs }) => heldMs)),
        acknowledgedMeanwhile: ofKind.reduce((sum, { acknowledged }) => sum + acknowledged, 0),
        answersBackMs: spreadOf(ofKind.map(({ answersBackMs }) => answersBackMs)),
        caughtUpMs: spreadOf(ofKind.map(({ caughtUpMs }) => caughtUpMs)),
        notInTime: ofKind.filter(isLate).length,
      },
    ]),
  );
};
