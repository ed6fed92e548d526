import type { Flaw, Proven } from './compare.js';

/** So many events, and the sum of their digests modulo 2⁶⁴, signed. */
export interface Counted {
  readonly events: number;
  readonly digest: bigint;
}

/** Messages that came again; what those of long ago came to may be unknown. */
export type Copies = Omit<Counted, 'digest'> & { readonly digest: bigint | null };

/** What is known of one partition. */
export interface PartitionProof {
  readonly topic: string;
  readonly partition: number;
  /** The next offset to be taken, and the next one of the log. */
  readonly position: number;
  readonly end: number;
  /** What was taken: the first of each event, and copies apart. Null while nothing was. */
  readonly applied: (Counted & { readonly copies: Copies }) | null;
  /** What the owner says; null while it has said nothing. */
  readonly owner: (Counted & { readonly isOverdue: boolean }) | null;
  readonly proven: Proven;
}

/** The place in a partition at which something is wrong. */
export type LocatedFlaw = Flaw & Pick<PartitionProof, 'topic' | 'partition'>;

/** Whether the figures are made of just what their owners said. */
export interface Verdict {
  readonly isProven: boolean;
  /** Everything recorded up to this instant is proven; null while nothing is. */
  readonly through: string | null;
  readonly flaws: readonly LocatedFlaw[];
}

const isReadToTheEnd = ({ position, end }: PartitionProof) => position >= end;

/** What the owner said long ago and the log, read to its end, does not have, has been lost behind all the rest. */
const flawOf = (partition: PartitionProof): Flaw | null => {
  const { proven, owner, applied } = partition;
  if (proven.flaw !== null) return proven.flaw;
  const wanting = owner !== null && owner.isOverdue && isReadToTheEnd(partition);
  if (!wanting) return null;
  const event = Math.max(proven.events, applied === null ? 0 : applied.events - proven.strangers) + 1;
  return { kind: 'missing', event, offset: null };
};

/** Somebody has spoken of the partition, or something lies in it. */
const isInUse = ({ applied, owner }: PartitionProof) => applied !== null || owner !== null;

const isComplete = ({ applied, owner, proven }: PartitionProof) =>
  (owner === null || owner.events === proven.events) &&
  (applied === null || applied.events - proven.strangers === proven.events);

const earliest = (instants: readonly (string | null)[]): string | null =>
  instants.includes(null) ? null : ([...instants].sort()[0] ?? null);

const latest = (instants: readonly (string | null)[]): string | null =>
  instants
    .filter((each) => each !== null)
    .sort()
    .at(-1) ?? null;

/**
 * Proven are figures in which every partition agrees with its owner as far as both have come, none was found to differ,
 * and nothing that an owner said is set aside. `through` is the earliest of where partitions with more to prove stand, or
 * the latest instant of all when there is no more.
 * @param parked messages that wait to be looked at
 */
export const verdictOf = (all: readonly PartitionProof[], parked: number): Verdict => {
  const inUse = all.filter(isInUse);
  const flaws = inUse.flatMap((each): LocatedFlaw[] => {
    const flaw = flawOf(each);
    return flaw === null ? [] : [{ topic: each.topic, partition: each.partition, ...flaw }];
  });
  const open = inUse.filter((each) => !isComplete(each)).map(({ proven }) => proven.recordedThrough);
  const through =
    open.length > 0 ? earliest(open) : latest(inUse.map(({ proven }) => proven.recordedThrough));
  return { isProven: flaws.length === 0 && parked === 0 && through !== null, through, flaws };
};
