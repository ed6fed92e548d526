import {
  happened,
  ignored,
  refused,
  type ChannelKind,
  type Day,
  type Outcome,
  type PayerKind,
} from '#libs/kernel';
import type { EmployerSize } from '../sign-up/programmes-offered.js';

/** What may stand in a register under a code. A name is for people; it leaves enrollment with no event. */
export interface Entries {
  readonly channel: { readonly kind: ChannelKind; readonly name: string | null };
  readonly sponsor: {
    readonly kind: PayerKind;
    /** Person-months that are granted; `null`: no list can be enrolled. */
    readonly personMonths: number | null;
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
    (name) => (own.get(name) ?? null) === (others.get(name) ?? null),
  );
};

const grantIn = (entry: Entry): number => ('personMonths' in entry ? (entry.personMonths ?? 0) : 0);

/**
 * Records an entry; the same again changes nothing.
 * @param reservedMonths person-months of the sponsor that lists have taken: no less can be granted
 */
export const decideEntry = (
  asked: Omit<EntryRecorded, 'type'>,
  known: Entry | null,
  reservedMonths = 0,
): Outcome<EntryRecorded> => {
  if (known !== null && isSame(asked.entry, known)) return ignored('nothing-changes');
  if (asked.kind === 'sponsor' && grantIn(asked.entry) < reservedMonths)
    return refused('grant-below-reserved');
  return happened({ type: 'EntryRecorded', ...asked });
};
