/** A period, both days included; days are `YYYY-MM-DD`. */
export interface Period {
  readonly from: string;
  readonly through: string;
}

/** Nobody joined BPJS Ketenagakerjaan before it was there. Source: UU 24/2011, article 62. */
export const BEGINNING = '2014-01-01';

/** The calendar year of a day. */
export const yearOf = (day: string): Period => {
  const year = day.slice(0, 4);
  return { from: `${year}-01-01`, through: `${year}-12-31` };
};

/** The calendar year, as far as it had come on a day. */
export const yearUntil = (year: number, today: string): Period => {
  const whole = yearOf(`${year}-01-01`);
  return whole.through <= today ? whole : { ...whole, through: today };
};

/** The calendar year before. */
export const yearBefore = (year: number): Period => yearOf(`${year - 1}-01-01`);
