import { happened, ignored, type ChannelKind, type Day, type Outcome, type PayerKind } from '#libs/kernel';
import type { EmployerSize } from '../sign-up/programmes-offered.js';

/** What may stand in a register under a code. A name is for people; it leaves enrollment with no event. */
export interface Entries {
  readonly channel: { readonly kind: ChannelKind; readonly name: string | null };
  readonly sponsor: { readonly kind: PayerKind; readonly name: string | null };
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

const isSame = (a: object, b: object): boolean => {
  const others = new Map(Object.entries(b));
  const own = Object.entries(a);
  return own.length === others.size && own.every(([name, value]) => others.get(name) === value);
};

/** Records an entry; the same again changes nothing. */
export const decideEntry = (
  asked: Omit<EntryRecorded, 'type'>,
  known: Entry | null,
): Outcome<EntryRecorded> =>
  known !== null && isSame(asked.entry, known)
    ? ignored('nothing-changes')
    : happened({ type: 'EntryRecorded', ...asked });
