import type { Day } from '#libs/kernel';
import { withoutNested } from '../regions/region-tree.js';

/** A published count of people, with its definition, source and date. */
export interface Denominator {
  readonly definition: string;
  readonly regions: readonly string[];
  /** Null: of people of any segment. */
  readonly segment: string | null;
  /** An occupation group; null: of any. */
  readonly occupation: string | null;
  readonly value: number;
  readonly asOf: Day;
  readonly source: string;
  /** `named`: only for those who ask for it, never a default. */
  readonly use: 'default' | 'named';
}

/** A share of a denominator, a number of persons on a day, or a number of new ones since a day. */
export const TARGET_KINDS = ['coverage', 'stock', 'new'] as const;

/** A published aim. */
export interface Target {
  readonly kind: (typeof TARGET_KINDS)[number];
  /** A share (0.5 is half) for a coverage target, otherwise persons. */
  readonly value: number;
  /** The definition of the denominator that it was stated of. */
  readonly base: string | null;
  readonly regions: readonly string[];
  readonly segment: string | null;
  /** Null: from the beginning. */
  readonly from: Day | null;
  /** Null: without end. */
  readonly through: Day | null;
  readonly publisher: string;
  readonly source: string;
}

/** Stands for the beginning where a target has none. */
export const FROM_THE_BEGINNING: Day = '0001-01-01';

/** A named set of regions, such as those of a branch. */
export interface Area {
  readonly name: string;
  readonly regions: readonly string[];
  readonly from: Day | null;
  readonly through: Day | null;
}

/** Something by which a channel reached people: an event, a drive, a mailing. */
export interface Campaign {
  /** The kind of channel. */
  readonly channel: string | null;
  readonly channelCode: string | null;
  readonly regions: readonly string[];
  readonly from: Day | null;
  readonly through: Day | null;
  /** How many people it reached. */
  readonly reached: number;
  readonly source: string | null;
}

/** What is kept by id, in versions that are never overwritten. */
export interface ReferenceContents {
  readonly denominator: Denominator;
  readonly target: Target;
  readonly area: Area;
  readonly campaign: Campaign;
}
export type ReferenceKind = keyof ReferenceContents;

/** One version of a reference. */
export type Version<Content> = Content & {
  readonly id: string;
  readonly version: number;
  /** Grows with each version recorded: tells which of two was recorded last. */
  readonly position: number;
};

/** Whether a period with open ends holds a day. */
export const isInForce = ({ from, through }: { from: Day | null; through: Day | null }, day: Day): boolean =>
  (from === null || from <= day) && (through === null || day <= through);

/** What tells apart the sets of regions that references and rows speak of. */
export const regionsKey = (regions: readonly string[]): string => withoutNested(regions).join(',');
