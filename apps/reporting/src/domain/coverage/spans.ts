import { SEGMENTS } from '#libs/kernel';
import { NEVER, type DayNumber } from './day-number.js';
import type { Knowledge, Membership, Run } from './knowledge.js';
import { piecesOf } from './membership-terms.js';
import { NO_CHANNEL, NO_GROUPS, packTerms, UNMAPPED, type Mask } from './terms.js';

/** Days `from` … `end` (not included) on which one membership or contribution makes a person count. */
export interface Span {
  readonly from: DayNumber;
  readonly end: DayNumber;
  /** Under which terms; for those who joined, the day of registration. */
  readonly value: number;
  /** The part whose persons are counted apart: the channel code; for those who joined, the segment. */
  readonly scope: string;
}

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
      spans.push({ from, end, value, scope: registered.channelCode });
    }
  }
  return spans;
};

/** What holds on all days while nothing is known of a membership. */
const UNKNOWN = {
  channelKind: NO_CHANNEL,
  channelCode: UNMAPPED,
  pieces: [{ from: -NEVER, end: NEVER, groups: NO_GROUPS }] as readonly (Run & { groups: Mask })[],
};

/** Channel and occupation groups, which only the membership knows, over all days. */
const ofMembership = (membership: Membership | undefined): typeof UNKNOWN => {
  const registered = membership?.registered;
  if (!registered) return UNKNOWN;
  const { channelKind, channelCode } = registered;
  return { channelKind, channelCode, pieces: piecesOf(registered, membership!.changes) };
};

/**
 * Active: the days that contributions cover which are not reversed, until the day of death. Segment, programmes and
 * payer are the contribution's, channel and occupation groups its membership's.
 */
export const activeSpans = (known: Knowledge): Span[] => {
  const spans: Span[] = [];
  for (const { like, days } of known.covers) {
    const { channelKind, channelCode, pieces } = ofMembership(known.memberships.get(like.membershipId));
    for (const piece of pieces) {
      const value = packTerms(like.segment, channelKind, like.payer, like.programmes, piece.groups);
      for (const run of days) {
        const from = Math.max(run.from, piece.from);
        const end = Math.min(run.end, piece.end, known.diedOn);
        if (from < end) spans.push({ from, end, value, scope: channelCode });
      }
    }
  }
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
      spans.push({ from, end: piece.end, value: registered.registeredOn, scope: SEGMENTS[piece.segment]! });
    }
  }
  return spans;
};
