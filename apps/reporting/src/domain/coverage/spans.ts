import { SEGMENTS } from '#libs/kernel';
import { NEVER, type DayNumber } from './day-number.js';
import type { Registered } from './fact.js';
import { afterGrace, type GraceMonths } from './grace.js';
import type { Cover, Knowledge, Membership, Run } from './knowledge.js';
import { piecesOf } from './membership-terms.js';
import { NO_CHANNEL, NO_GROUPS, packTerms, UNMAPPED, type Mask } from './terms.js';

/** Days `from` … `end` (not included) on which one membership or contribution makes a person count. */
export interface Span {
  readonly from: DayNumber;
  readonly end: DayNumber;
  /** Under which terms; for those who joined, the day of registration. */
  readonly value: number;
  /** The part whose persons are counted apart: a channel code; for those who joined, the segment. */
  readonly scope: string;
  /** Its end is the end of ordinary cover of a membership that goes on. */
  readonly lapses: boolean;
}

/** The codes that count whoever came by a channel: its own, and those of the channels that it is a part of. */
const codesOf = ({ channelCode, channelsAbove }: Registered): readonly string[] =>
  channelsAbove.length === 0 ? [channelCode] : [...new Set([channelCode, ...channelsAbove])];

/** Registered: each membership from `registeredOn` until it ended, under its terms as in force on the day. */
export const registeredSpans = (known: Knowledge): Span[] => {
  const spans: Span[] = [];
  for (const { registered, endedOn, changes } of known.memberships.values()) {
    if (registered === null) continue;
    for (const piece of piecesOf(registered, changes)) {
      const from = Math.max(piece.from, registered.registeredOn);
      const end = Math.min(piece.end, endedOn);
      if (from >= end) continue;
      const value = packTerms(
        piece.segment,
        registered.channelKind,
        piece.payer,
        piece.programmes,
        piece.groups,
      );
      for (const scope of codesOf(registered)) spans.push({ from, end, value, scope, lapses: false });
    }
  }
  return spans;
};

/** What holds on all days while nothing is known of a membership. */
const UNKNOWN = {
  channelKind: NO_CHANNEL,
  codes: [UNMAPPED] as readonly string[],
  pieces: [{ from: -NEVER, end: NEVER, groups: NO_GROUPS }] as readonly (Run & { groups: Mask })[],
};

/** Channels and occupation groups, which only the membership knows, over all days. */
const ofMembership = (membership: Membership | undefined): typeof UNKNOWN => {
  const registered = membership?.registered;
  if (!registered) return UNKNOWN;
  const { channelKind } = registered;
  return { channelKind, codes: codesOf(registered), pieces: piecesOf(registered, membership!.changes) };
};

/** Spans of the days on which a cover counts, under the terms of its contribution and its membership. */
const pushCovered = (spans: Span[], known: Knowledge, like: Cover['like'], days: readonly Run[]): void => {
  const membership = known.memberships.get(like.membershipId);
  const { channelKind, codes, pieces } = ofMembership(membership);
  const endedOn = like.event ? -NEVER : (membership?.endedOn ?? NEVER);
  for (const piece of pieces) {
    const value = packTerms(like.segment, channelKind, like.payer, like.programmes, piece.groups);
    for (const run of days) {
      const from = Math.max(run.from, piece.from);
      const end = Math.min(run.end, piece.end, known.diedOn);
      const lapses = end === run.end && end < endedOn;
      if (from >= end) continue;
      for (const scope of codes) spans.push({ from, end, value, scope, lapses });
    }
  }
};

/**
 * Active: the days that contributions cover which are not reversed, until the day of death. Segment, programmes and
 * payer are the contribution's, channel and occupation groups its membership's.
 */
export const activeSpans = (known: Knowledge): Span[] => {
  const spans: Span[] = [];
  for (const { like, days } of known.covers) pushCovered(spans, known, like, days);
  return spans;
};

/** The parts of some days that lie in none of the others, which are ascending. */
const without = (days: Run, others: readonly Run[]): Run[] => {
  const left: Run[] = [];
  let { from } = days;
  for (const other of others) {
    if (other.from > from) left.push({ from, end: Math.min(other.from, days.end) });
    from = Math.max(from, other.end);
  }
  left.push({ from, end: days.end });
  return left.filter((run) => run.from < run.end);
};

/** The days on which grace makes up for a cover that ended: until its months or the membership are over. */
const graceOf = (known: Knowledge, { like, days }: Cover, months: GraceMonths): Run[] => {
  if (like.event) return [];
  const { membershipId } = like;
  const endedOn = known.memberships.get(membershipId)?.endedOn ?? NEVER;
  const covered = known.covers
    .filter((other) => other.like.membershipId === membershipId)
    .flatMap((other) => other.days)
    .sort((a, b) => a.from - b.from);
  return days.flatMap(({ end }) =>
    without({ from: end, end: Math.min(afterGrace(end, months), endedOn) }, covered),
  );
};

/**
 * Protected: active, or in the months of grace after the end of a cover. A membership that is active on a day counts by its
 * covering contributions alone, any other by each contribution whose own grace reaches the day; event cover has none.
 */
export const protectedSpans = (known: Knowledge, months: GraceMonths): Span[] => {
  const spans = activeSpans(known);
  for (const cover of known.covers) pushCovered(spans, known, cover.like, graceOf(known, cover, months));
  return spans;
};

/**
 * Joined: from each membership's `registeredOn` on, for ever, with that day as the value, apart by segment as in force
 * on the day. Targets for new members ask who joined in a period, whatever became of the membership.
 */
export const joinedSpans = (known: Knowledge): Span[] => {
  const spans: Span[] = [];
  for (const { registered, changes } of known.memberships.values()) {
    if (registered === null) continue;
    for (const piece of piecesOf(registered, changes)) {
      const from = Math.max(piece.from, registered.registeredOn);
      if (from >= piece.end) continue;
      spans.push({
        from,
        end: piece.end,
        value: registered.registeredOn,
        scope: SEGMENTS[piece.segment]!,
        lapses: false,
      });
    }
  }
  return spans;
};
