/** What the owner of a topic says of a stretch of one of its partitions. */
export interface Statement {
  /** Events before the stretch. */
  readonly after: number;
  /** Events up to and including it. */
  readonly count: number;
  /** The sum of all digests up to here modulo 2⁶⁴, signed. */
  readonly digest: bigint;
  /** Of the events of the stretch, in order. */
  readonly digests: readonly bigint[];
  /** RFC 3339, UTC. */
  readonly recordedThrough: string;
}

/** An event as it was taken from the log. */
export interface ReadEvent {
  readonly offset: number;
  readonly digest: bigint;
  /** It was set aside unread: it may be a copy, or nothing of the owner's. */
  readonly isParked: boolean;
}

/** In what way the two differ first. */
export type FlawKind = 'missing' | 'doubled' | 'changed' | 'swapped' | 'unstated';

/** The place at which what was taken is not what the owner said. */
export interface Flaw {
  readonly kind: FlawKind;
  /** Which of the owner's events of the partition it is, from 1. */
  readonly event: number;
  /** Where it lies in the log, or the event that lies there in its stead. Null: behind all that was read. */
  readonly offset: number | null;
}

/** How far a partition is proven: up to here the owner's events and those taken are the same, in the same order. */
export interface Proven {
  readonly events: number;
  readonly digest: bigint;
  /** Messages among them that are none of the owner's events and were set aside. */
  readonly strangers: number;
  /** The offset of the last of them; null while there is none. */
  readonly offset: number | null;
  readonly recordedThrough: string | null;
  /** What follows cannot be proven. */
  readonly flaw: Flaw | null;
}

/** Nothing is proven yet, and nothing wrong. */
export const nothingProven: Proven = {
  events: 0,
  digest: 0n,
  strangers: 0,
  offset: null,
  recordedThrough: null,
  flaw: null,
};

/** @param next what the owner says behind it */
const flawKind = (
  expected: bigint,
  next: bigint | undefined,
  [found, behind]: readonly (bigint | undefined)[],
): FlawKind => {
  if (behind === expected) return found === next ? 'swapped' : 'doubled';
  return found === next ? 'missing' : 'changed';
};

/** What came of comparing one statement. */
type Compared =
  | { readonly kind: 'agrees'; readonly read: number; readonly strangers: number }
  /** Not all of the stretch has been read. */
  | { readonly kind: 'waits' }
  /** From the flaw on; what comes before it agrees. */
  | { readonly kind: 'differs'; readonly flaw: Flaw; readonly read: number; readonly strangers: number };

/** What was set aside and is not in the rest of what the owner says is passed by: a copy, or a stranger. */
const isStranger = ({ isParked, digest }: ReadEvent, said: readonly bigint[], at: number): boolean =>
  isParked && !said.includes(digest, at);

const flawAt = (
  digests: readonly bigint[],
  at: number,
  [passedBy, found, behind]: readonly (ReadEvent | undefined)[],
): Pick<Flaw, 'kind' | 'offset'> => {
  // what stands in its place and could not even be read is most likely what became of it
  if (passedBy !== undefined) return { kind: 'changed', offset: passedBy.offset };
  const kind = flawKind(digests[at]!, digests[at + 1], [found!.digest, behind?.digest]);
  return { kind, offset: found!.offset };
};

/** @param ahead the first of the events that the owner says next, where it has said more */
const compareOne = (
  { after, digests }: Pick<Statement, 'after' | 'digests'>,
  ahead: readonly bigint[],
  read: readonly ReadEvent[],
): Compared => {
  const said = [...digests, ...ahead];
  let from = 0;
  let strangers = 0;
  for (let at = 0; at < digests.length; at += 1) {
    const first = from;
    while (from < read.length && isStranger(read[from]!, digests, at)) from += 1;
    const event = read[from];
    if (event === undefined) return { kind: 'waits' };
    if (event.digest !== digests[at]) {
      const passedBy = from > first ? read[from - 1] : undefined;
      const flaw = flawAt(said, at, [passedBy, event, read[from + 1]]);
      return { kind: 'differs', flaw: { ...flaw, event: after + at + 1 }, read: first, strangers };
    }
    strangers += from - first;
    from += 1;
  }
  return { kind: 'agrees', read: from, strangers };
};

/** How far the proof has come, and what it has used up. */
export interface Progress {
  readonly proven: Proven;
  readonly statements: number;
  readonly read: number;
}

const agreed = (proven: Proven, statement: Statement, strangers: number, offset: number): Proven => ({
  events: statement.count,
  digest: statement.digest,
  strangers: proven.strangers + strangers,
  offset,
  recordedThrough: statement.recordedThrough,
  flaw: null,
});

/** A stretch that differs agrees up to its flaw: the owner's sum up to there follows from its events, the instant does not. */
const agreedUpTo = (
  proven: Proven,
  digests: readonly bigint[],
  { flaw, strangers }: Extract<Compared, { kind: 'differs' }>,
  offset: number | null,
): Proven => {
  const events = flaw.event - 1;
  const agreeing = digests.slice(0, events - proven.events);
  const digest = agreeing.reduce((sum, each) => BigInt.asIntN(64, sum + each), proven.digest);
  return { ...proven, events, digest, strangers: proven.strangers + strangers, offset, flaw };
};

/**
 * Goes on proving a partition by the owner's next statements, in order, and the events that were taken and not compared
 * yet. It stops at the first place where they differ: it is proven up to the event before it, and what is behind it cannot
 * be proven any more.
 */
export const goOnProving = (
  before: Proven,
  statements: readonly Statement[],
  read: readonly ReadEvent[],
): Progress => {
  let proven = before;
  let [done, used] = [0, 0];
  for (const [place, statement] of statements.entries()) {
    if (proven.flaw !== null) break;
    if (statement.count <= proven.events) {
      done += 1; // heard twice
      continue;
    }
    if (statement.after > proven.events) {
      proven = { ...proven, flaw: { kind: 'unstated', event: proven.events + 1, offset: null } };
      break;
    }
    const rest = { after: proven.events, digests: statement.digests.slice(proven.events - statement.after) };
    const compared = compareOne(rest, statements[place + 1]?.digests.slice(0, 1) ?? [], read.slice(used));
    if (compared.kind === 'waits') break;
    used += compared.read;
    if (compared.kind === 'differs') {
      proven = agreedUpTo(proven, rest.digests, compared, read[used - 1]?.offset ?? proven.offset);
      break;
    }
    proven = agreed(proven, statement, compared.strangers, read[used - 1]!.offset);
    done += 1;
  }
  return { proven, statements: done, read: used };
};
