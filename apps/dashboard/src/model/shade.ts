import type { Row } from '../api/answers.js';
import type { Shade } from './place.js';

/** The days over which a pace is taken, as that of targets is. */
export const PACE_DAYS = 28;

/** Persons a day by region, from the same rows so many days before; null where one of both is masked or missing. */
export const paceOf = (row: Row, before: readonly Row[]): number | null => {
  const then = before.find(({ region, part }) => region === row.region && part === row.part)?.persons;
  return row.persons === null || then == null ? null : (row.persons - then) / PACE_DAYS;
};

/** What a shade tells of a region; null where it is not known. */
export const shadeValue = (row: Row, shade: Shade, before: readonly Row[]): number | null =>
  shade === 'pace' ? paceOf(row, before) : row[shade];

/** A region with the value that its colour tells; null is not known. */
export interface Shaded {
  readonly row: Row;
  readonly value: number | null;
}

/** The values that are known. */
export const valuesOf = (shaded: readonly Shaded[]): readonly number[] =>
  shaded.flatMap(({ value }) => (value === null ? [] : [value]));

export const SHADE_STEPS = 5;

/**
 * The step 1 … 5 of each value among all of them: fifths of the range from the smallest to the largest. All alike are in
 * the middle.
 */
export const stepsAmong = (values: readonly number[]): ((value: number) => number) => {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (most === least) return () => Math.ceil(SHADE_STEPS / 2);
  return (value) => Math.min(SHADE_STEPS, 1 + Math.floor(((value - least) / (most - least)) * SHADE_STEPS));
};
