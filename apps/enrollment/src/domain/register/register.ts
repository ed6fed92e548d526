import {
  happened,
  ignored,
  refused,
  type ChannelKind,
  type Day,
  type Outcome,
  type PayerKind,
  type Reason,
} from '#libs/kernel';
import type { EmployerSize } from '../sign-up/programmes-offered.js';

/** Both included; `null`: from the beginning, until further notice. Entries of earlier days have neither. */
export interface ActiveDays {
  readonly from?: Day | null;
  readonly through?: Day | null;
}

export const isActiveOn = ({ from, through }: ActiveDays, day: Day): boolean =>
  (from ?? day) <= day && day <= (through ?? day);

/** What may stand in a register under a code. Names and contacts are for people; they leave enrollment with no event. */
export interface Entries {
  readonly channel: ActiveDays & {
    readonly kind: ChannelKind;
    /** The channel that it is a part of: the village of a neighbourhood (RW), the neighbourhood of a block (RT). */
    readonly parent?: string | null;
    /** For people, as the name is. */
    readonly contact?: string | null;
    readonly name: string | null;
  };
  /** Somebody who signs people up for a channel. */
  readonly agent: ActiveDays & { readonly channelCode: string; readonly name: string | null };
  readonly sponsor: {
    readonly kind: PayerKind;
    /** Person-months that are granted; `null`: no list can be enrolled. */
    readonly personMonths: number | null;
    /** Regions whose people may be enrolled; none named: all. */
    readonly regions?: readonly string[] | null;
    /** Occupations that may be enrolled; none named: all. */
    readonly occupations?: readonly string[] | null;
    readonly name: string | null;
  };
  readonly employer: {
    readonly riskGroup: string | null;
    readonly size: EmployerSize | null;
    readonly sector: string | null;
    readonly name: string | null;
  };
  readonly campaign: {
    readonly channelCode: string | null;
    readonly from: Day | null;
    readonly through: Day | null;
    readonly reached: number | null;
    /** How many people it is meant to reach. */
    readonly plannedReach?: number | null;
    /** A Kemendagri code. */
    readonly place: string | null;
    /** Who pays for those who take part, and what they do there. */
    readonly organiser: string | null;
    readonly payerKind: PayerKind | null;
    readonly occupation: string | null;
    readonly name: string | null;
  };
}

export type RegisterKind = keyof Entries;
export type Entry = Entries[RegisterKind];

/** The entry of a code in a register, as it is from now on. */
export interface EntryRecorded {
  readonly type: 'EntryRecorded';
  readonly kind: RegisterKind;
  readonly code: string;
  readonly entry: Entry;
}

/** What an entry of earlier days does not have is null in it. */
const isSame = (a: object, b: object): boolean => {
  const [own, others] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  return [...own.keys(), ...others.keys()].every(
    (name) => JSON.stringify(own.get(name) ?? null) === JSON.stringify(others.get(name) ?? null),
  );
};

const isReversed = (entry: Entry): boolean => {
  const { from = null, through = null }: ActiveDays = 'from' in entry ? entry : {};
  return from !== null && through !== null && through < from;
};

const grantIn = (entry: Entry): number => ('personMonths' in entry ? (entry.personMonths ?? 0) : 0);

/** What else is known when an entry is recorded. */
export interface EntryFacts {
  /** Person-months of the sponsor that lists have taken: no less can be granted. */
  readonly reservedMonths: number;
  /** The channel above the one that is to be its parent, and so on upwards; `null` where nobody recorded the parent. */
  readonly ancestors: readonly string[] | null;
}

const NO_FACTS: EntryFacts = { reservedMonths: 0, ancestors: null };

/** City, district, village, RW, RT: five are enough for all that the country has. */
export const CHANNELS_DEEP_MAX = 5;

/** What is wrong with the place that an entry would have among channels. */
const flawOfPlace = (
  { kind, code, entry }: Omit<EntryRecorded, 'type'>,
  { ancestors }: EntryFacts,
): Reason | null => {
  const parent = kind === 'channel' && 'parent' in entry ? (entry.parent ?? null) : null;
  if (parent === null) return null;
  if (ancestors === null) return 'parent-unknown';
  if (parent === code || ancestors.includes(code)) return 'parent-is-below';
  return ancestors.length + 2 > CHANNELS_DEEP_MAX ? 'channels-too-deep' : null;
};

/** Records an entry; the same again changes nothing. */
export const decideEntry = (
  asked: Omit<EntryRecorded, 'type'>,
  known: Entry | null,
  facts: EntryFacts = NO_FACTS,
): Outcome<EntryRecorded> => {
  if (known !== null && isSame(asked.entry, known)) return ignored('nothing-changes');
  if (asked.kind === 'sponsor' && grantIn(asked.entry) < facts.reservedMonths)
    return refused('grant-below-reserved');
  if (isReversed(asked.entry)) return refused('period-reversed');
  const flaw = flawOfPlace(asked, facts);
  if (flaw !== null) return refused(flaw);
  return happened({ type: 'EntryRecorded', ...asked });
};
