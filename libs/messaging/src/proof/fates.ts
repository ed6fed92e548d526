import type { Outcome } from '#libs/kernel';
import type { Entry, Share } from '../consume/share.js';
import type { Place } from '../consume/passed-over.js';
import { digestOfMessage } from './event-digest.js';

/** A message as it counts in a reader's account: the first of its event, one that was set aside, or a copy. */
export interface ReadEvent {
  readonly partition: number;
  readonly offset: bigint;
  readonly digest: bigint;
  readonly fate: 'first' | 'parked' | 'copy';
}

/** What became of a batch. */
export interface Settled {
  readonly shares: readonly Share[];
  /** Of what went to the listener. */
  readonly outcomes: ReadonlyMap<Entry, Outcome<unknown>>;
  /** Events that are passed over for the first time. */
  readonly newlyPassedOver: readonly Place[];
}

const nameOf = ({ subject, sequence }: Place) => `${sequence} ${subject}`;

type Fate = ReadEvent['fate'];

/** Without a place in a stream nothing tells a copy; the first one of those that have one takes it. */
const fateOfPassedOver = (place: Place | null, fresh: Set<string>): Fate =>
  place === null || fresh.delete(nameOf(place)) ? 'first' : 'copy';

const fateOf = (entry: Entry, outcomes: Settled['outcomes'], fresh: Set<string>): Fate => {
  if (entry.decoded.kind === 'passed-over') return fateOfPassedOver(entry.decoded.place, fresh);
  const outcome = outcomes.get(entry);
  if (outcome === undefined || outcome.kind === 'refused') return 'parked';
  return outcome.kind === 'ignored' && outcome.reason === 'redelivery' ? 'copy' : 'first';
};

/** What a batch adds to the account, in the order of the log. */
export const readEventsOf = ({ shares, outcomes, newlyPassedOver }: Settled): readonly ReadEvent[] => {
  const fresh = new Set(newlyPassedOver.map(nameOf));
  return shares.flatMap(({ partition, entries }) =>
    entries.map((entry) => ({
      partition,
      offset: entry.incoming.offset,
      digest: entry.digest ?? digestOfMessage(entry.incoming),
      fate: fateOf(entry, outcomes, fresh),
    })),
  );
};
