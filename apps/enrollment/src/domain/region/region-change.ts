import { happened, ignored, refused, type Day, type Outcome } from '#libs/kernel';
import {
  termsOn,
  type DatedChange,
  type Membership,
  type MembershipEvent,
} from '../membership/membership.js';

/** A code of residence that stands for another one: of a region that was split, merged or renumbered, or of none. */
export interface RegionChange {
  readonly code: string;
  /** The region that those who stated the code live in; of a split village, its district. */
  readonly becomes: string;
  /** The first day on which it does; `null`: it always did, the code was never in the list. */
  readonly from: Day | null;
}

export interface RegionChanged extends RegionChange {
  readonly type: 'RegionChanged';
}

/** What is known when a change is recorded. */
export interface RegionFacts {
  readonly isRegion: (code: string) => boolean;
  /** The change of a code that was recorded before; `null` where there is none. */
  readonly changeOf: (code: string) => RegionChange | null;
}

const leadsBack = ({ code, becomes }: RegionChange, { changeOf }: RegionFacts): boolean => {
  for (let next: string | undefined = becomes; next !== undefined; next = changeOf(next)?.becomes)
    if (next === code) return true;
  return false;
};

/** Records what a code became, once: what people were moved by stays. */
export const decideRegionChange = (asked: RegionChange, facts: RegionFacts): Outcome<RegionChanged> => {
  const known = facts.changeOf(asked.code);
  if (known !== null) {
    const isSame = known.becomes === asked.becomes && known.from === asked.from;
    return isSame ? ignored('nothing-changes') : refused('region-change-recorded');
  }
  if (!facts.isRegion(asked.becomes)) return refused('unknown-region');
  if (leadsBack(asked, facts)) return refused('region-change-leads-back');
  return happened({ type: 'RegionChanged', ...asked });
};

/** The code that a residence counts under which is stated on the day. */
export const placeOn = (code: string, day: Day, changeOf: RegionFacts['changeOf']): string => {
  const change = changeOf(code);
  return change === null || (change.from !== null && change.from > day)
    ? code
    : placeOn(change.becomes, day, changeOf);
};

type Known = Exclude<Membership, { readonly status: 'unknown' }>;

const laterOf = (a: Day, b: Day | null): Day => (b !== null && b > a ? b : a);

/** The days on which somebody came to live under the code, or it changed while somebody did. */
const daysOf = ({ registration, changes }: Known, { code, from }: RegionChange): readonly Day[] => {
  const stated: readonly DatedChange[] = [
    { effectiveOn: registration.registeredOn, changes: { residence: registration.terms.residence } },
    ...changes,
  ];
  return stated
    .filter((one) => one.changes.residence === code)
    .map(({ effectiveOn }) => laterOf(effectiveOn, from));
};

/** Moves a member who lives under the code to what it became, from the day on which it did. */
export const mapResidence = (change: RegionChange, membership: Membership): Outcome<MembershipEvent> => {
  if (membership.status === 'unknown') return refused('membership-unknown');
  const endedOn = membership.status === 'ended' ? membership.endedOn : null;
  const days = [...new Set(daysOf(membership, change))]
    .filter((day) => endedOn === null || day < endedOn)
    .filter((day) => termsOn(membership, day).residence === change.code);
  const [first, ...rest] = days.map((effectiveOn): MembershipEvent => ({
    type: 'MemberChanged',
    effectiveOn,
    changes: { residence: change.becomes },
  }));
  return first === undefined ? ignored('nothing-changes') : happened(first, ...rest);
};
