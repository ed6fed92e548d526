import type { rebuilds as indonesian } from './id-rebuilds.js';

/** What the view of operations says of rebuilds, in English. */
export const rebuilds: typeof indonesian = {
  title: 'Figures made anew',
  none: 'There was no rebuild yet.',
  about: (number, status) => `Rebuild ${number}: ${status}`,
  asked: (who, instant) => `Asked for by ${who}, ${instant}.`,
  ended: (instant) => `Ended ${instant}.`,
  read: (read, total) => `${read} of ${total} messages read.`,
  pace: (perSecond, left) => `${perSecond} a second, time left: ${left}.`,
  statuses: {
    loading: 'the log is being read',
    comparing: 'being compared',
    ready: 'compared, waits for a decision',
    switching: 'about to take the place of the old figures',
    switched: 'in use, the old figures are kept',
    'rolling-back': 'the old figures are about to come back',
    'rolled-back': 'the old figures came back',
    settled: 'in use, the old figures are gone',
    cancelled: 'cancelled',
    failed: 'failed',
  },
  same: (instant) => `Compared ${instant}: every row is the same.`,
  differs: (instant) => `Compared ${instant}: some rows differ.`,
  comparison: (number) => `Comparison of rebuild ${number}`,
  columns: { table: 'Table', old: 'Old rows', new: 'New rows', differing: 'Differing' },
};
