import {
  CHANNEL_KINDS,
  OCCUPATION_GROUPS,
  PAYER_KINDS,
  PROGRAMMES,
  SEGMENTS,
  type ChannelKind,
  type OccupationGroup,
  type PayerKind,
  type Programme,
  type Segment,
} from '#libs/kernel';

/** What is not known, in every cut. */
export const UNMAPPED = 'unmapped';

/**
 * Under which terms a person counts: segment, channel kind, payer kind, set of programmes, set of occupation groups,
 * packed into one integer below 2³³. All lists are closed, so nothing needs a table; positions must never change.
 */
export type Terms = number;

/** A place in a list, from 0. */
export type Place = number;
/** A set of places as bits. */
export type Mask = number;

/** Nothing is known of the membership. */
export const NO_CHANNEL: Place = CHANNEL_KINDS.length;
/** No occupation is known. */
export const NO_GROUPS: Mask = 0;

/** Unpacked terms: positions in the kernel's lists, sets as masks. */
export interface TermsParts {
  readonly segment: Place;
  readonly channelKind: Place;
  readonly payer: Place;
  readonly programmes: Mask;
  readonly groups: Mask;
}

/** Room for 16 groups, 6 programmes, 8 payers, 32 channel kinds, 8 segments. */
const PROGRAMMES_AT = 2 ** 16;
const PAYER_AT = 2 ** 22;
const CHANNEL_AT = 2 ** 25;
const SEGMENT_AT = 2 ** 30;

/** Packs the terms. */
export const packTerms = (
  segment: Place,
  channelKind: Place,
  payer: Place,
  programmes: Mask,
  groups: Mask,
): Terms =>
  segment * SEGMENT_AT + channelKind * CHANNEL_AT + payer * PAYER_AT + programmes * PROGRAMMES_AT + groups;

/** Unpacks them again. */
export const unpackTerms = (terms: Terms): TermsParts => ({
  segment: Math.floor(terms / SEGMENT_AT),
  channelKind: Math.floor(terms / CHANNEL_AT) % 32,
  payer: Math.floor(terms / PAYER_AT) % 8,
  programmes: Math.floor(terms / PROGRAMMES_AT) % 64,
  groups: terms % PROGRAMMES_AT,
});

const masked = <Item>(list: readonly Item[], items: readonly Item[]): Mask =>
  items.reduce((mask, item) => mask | (1 << list.indexOf(item)), 0);

/** The members of a list that a mask holds, in the list's order. */
export const unmasked = <Item>(list: readonly Item[], mask: Mask): Item[] =>
  list.filter((_, place) => (mask & (1 << place)) !== 0);

export const segmentPlace = (segment: Segment): Place => SEGMENTS.indexOf(segment);
export const channelPlace = (kind: ChannelKind): Place => CHANNEL_KINDS.indexOf(kind);
export const payerPlace = (kind: PayerKind): Place => PAYER_KINDS.indexOf(kind);
export const programmesMask = (programmes: readonly Programme[]): Mask => masked(PROGRAMMES, programmes);
export const groupsMask = (groups: readonly OccupationGroup[]): Mask => masked(OCCUPATION_GROUPS, groups);

/**
 * The set of terms under which a person counts on a day, as canonical text: ascending, base 36, joined by dots.
 * It explains itself, so that nothing has to be interned before it is stored.
 */
export type Signature = string;

/** The signature of a set of terms; repeats count once. */
export const signatureOf = (terms: readonly Terms[]): Signature =>
  terms.length === 1
    ? terms[0]!.toString(36)
    : [...new Set(terms)]
        .sort((a, b) => a - b)
        .map((each) => each.toString(36))
        .join('.');

/** The terms of a signature. */
export const termsOf = (signature: Signature): readonly TermsParts[] =>
  signature.split('.').map((each) => unpackTerms(Number.parseInt(each, 36)));
