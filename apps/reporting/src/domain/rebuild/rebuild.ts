import { happened, ignored, refused, type Outcome } from '#libs/kernel';

/**
 * Where a rebuild stands. `loading`: the log is read and folded; `comparing`: held against the live figures; `ready`: goes
 * on with the log and waits for a word; `switching`, `rolling-back`: the figures change places at the next moment;
 * `switched`: live, the old ones are kept; `settled`: live, the old ones are gone.
 */
export const REBUILD_STATUSES = [
  'loading',
  'comparing',
  'ready',
  'switching',
  'switched',
  'rolling-back',
  'rolled-back',
  'settled',
  'cancelled',
  'failed',
] as const;
export type RebuildStatus = (typeof REBUILD_STATUSES)[number];

/** Somebody works on it. */
export const UNDER_WAY: readonly RebuildStatus[] = [
  'loading',
  'comparing',
  'ready',
  'switching',
  'rolling-back',
];

/** What can be wanted of a rebuild. */
export type RebuildWish = 'switch' | 'cancel' | 'rollback';

const isOneOf = (status: RebuildStatus, ...statuses: readonly RebuildStatus[]) => statuses.includes(status);

const onSwitch = (status: RebuildStatus): Outcome<RebuildStatus> => {
  if (status === 'ready') return happened('switching');
  if (isOneOf(status, 'switching', 'switched')) return ignored('nothing-changes');
  return refused(isOneOf(status, 'loading', 'comparing') ? 'rebuild-not-ready' : 'rebuild-ended');
};

const onCancel = (status: RebuildStatus): Outcome<RebuildStatus> => {
  if (isOneOf(status, 'loading', 'comparing', 'ready', 'switching')) return happened('cancelled');
  if (status === 'switched') return happened('settled');
  if (isOneOf(status, 'cancelled', 'settled')) return ignored('nothing-changes');
  return refused('rebuild-ended');
};

const onRollback = (status: RebuildStatus): Outcome<RebuildStatus> => {
  if (status === 'switched') return happened('rolling-back');
  if (isOneOf(status, 'rolling-back', 'rolled-back')) return ignored('nothing-changes');
  return refused('nothing-to-go-back-to');
};

const ON: Readonly<Record<RebuildWish, (status: RebuildStatus) => Outcome<RebuildStatus>>> = {
  switch: onSwitch,
  cancel: onCancel,
  rollback: onRollback,
};

/**
 * Where a rebuild stands after a wish. Nothing is switched before it was compared, whatever the comparison says: that is
 * for a person to judge. Who cancels after the switch gives up the old figures.
 */
export const decideWish = (wish: RebuildWish, status: RebuildStatus): Outcome<RebuildStatus> =>
  ON[wish](status);

/** How far the log was read. */
export interface LogProgress {
  /** Messages of the log that were read, of how many there were when this was last looked at. */
  readonly read: number;
  readonly total: number;
  /** Since whoever runs it began; 0 while that is not known. */
  readonly messagesPerSecond: number;
}

/** Whole seconds until the log is read at the speed so far, rounded up; null while that is not known. */
export const secondsLeft = ({ read, total, messagesPerSecond }: LogProgress): number | null => {
  if (read >= total) return 0;
  return messagesPerSecond > 0 ? Math.ceil((total - read) / messagesPerSecond) : null;
};
