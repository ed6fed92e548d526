import { Flaw, type Read } from './flaw.js';
import type { Position, Ring } from './outline.js';

const LONGITUDE_MAX = 180;
const LATITUDE_MAX = 90;

/** A step of the seventh decimal of a degree is a centimetre; no outline is drawn finer. */
const STEPS_IN_A_DEGREE = 10_000_000;

/** A triangle, whose first position comes again as its last (RFC 7946, 3.1.6). */
const RING_POSITIONS_MIN = 4;

/** Two numbers, or more: what comes behind them, a height for one, is passed over. */
export const readPair: Read<readonly [number, number]> = (value) => {
  const isPair = Array.isArray(value) && value.length >= 2 && value.every((one) => typeof one === 'number');
  return isPair ? (value as [number, number]) : new Flaw('malformed');
};

const toACentimetre = (degrees: number) => Math.round(degrees * STEPS_IN_A_DEGREE) / STEPS_IN_A_DEGREE;

/** A place on the earth, to a centimetre. Metres of a map's projection lie outside of all degrees. */
export const positionAt = (longitude: number, latitude: number): Position | Flaw =>
  Math.abs(longitude) <= LONGITUDE_MAX && Math.abs(latitude) <= LATITUDE_MAX
    ? [toACentimetre(longitude), toACentimetre(latitude)]
    : new Flaw('out-of-range');

/** Whether two positions are one. */
export const isSame = (one: Position | undefined, other: Position | undefined): boolean =>
  one?.[0] === other?.[0] && one?.[1] === other?.[1];

/** The positions as a ring, if they are one. */
export const closedRing = (positions: readonly Position[]): Ring | Flaw => {
  if (positions.length < RING_POSITIONS_MIN) return new Flaw('ring-too-short');
  return isSame(positions[0], positions.at(-1)) ? positions : new Flaw('ring-open');
};

const isBefore = (one: Position, other: Position): boolean =>
  one[0] < other[0] || (one[0] === other[0] && one[1] < other[1]);

/**
 * The same ring from its westernmost position on (the southernmost of several), towards the neighbour of it that comes
 * first in that order: wherever a file begins to draw it, and whichever way round.
 */
export const asFirstDrawn = (ring: Ring): Ring => {
  const open = ring.slice(0, -1);
  const first = open.reduce((least, position, at) => (isBefore(position, open[least]!) ? at : least), 0);
  const turned = [...open.slice(first), ...open.slice(0, first)];
  const [start, ...onward] = turned;
  const isForwards = isBefore(onward[0]!, onward.at(-1)!);
  return [start!, ...(isForwards ? onward : onward.toReversed()), start!];
};
