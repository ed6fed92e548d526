import { addDays, addMonths, type Month } from '#libs/kernel';
import { Lots, type Chance } from '../chance/chance.js';
import { INFORMAL_2014_ON, INFORMAL_2022_ON } from '../informal.js';
import { dayBetween, dayOf, inJakarta, type Seconds } from '../instants.js';
import { signUpIn, signUpOn, startFor } from './joining.js';
import type { LifeBuilder } from './life-builder.js';
import { enrolment, lifeOf, type Home } from './life.js';
import { firstTerm, term } from './terms.js';

/** The branch counted the city's together with those around it; the others of the story live in the city, most of them. */
const IN_SOLO_SHARE = 0.35;
const homeIn = (chance: Chance): Home => (chance.happens(IN_SOLO_SHARE) ? 'solo' : 'around');

const PAID_SHARE_2014 = 0.4;
const PAID_SHARE_2022 = 0.14;
const PAID_MONTHS = [1, 3, 6, 12];
const FIRST_YEAR_MONTHS = [6, 12];

/** The month from which the contribution tables on record hold: what was paid before it is not part of the story. */
const FIRST_TABLE: Month = '2015-07';

/**
 * Joined in the branch's first months; some of them paid for a year or half of one under the tables of 2015. They are whom
 * the eleven aggregators of December 2015 had brought.
 */
export const informal2014: LifeBuilder = (chance) => {
  const signedUpAt = signUpOn(chance, dayBetween('2014-03-01', INFORMAL_2014_ON, chance.share()));
  const settledAt = inJakarta(
    `${FIRST_TABLE}-${String(chance.between(1, 14)).padStart(2, '0')}`,
    chance.between(8, 20),
  );
  const months = chance.pick(FIRST_YEAR_MONTHS);
  const paid = term(chance, { from: FIRST_TABLE, months, settledAt, byNik: false });
  return lifeOf(
    enrolment({
      signedUpAt,
      startsOn: dayOf(signedUpAt),
      home: homeIn(chance),
      terms: chance.happens(PAID_SHARE_2014) ? [paid] : [],
    }),
  );
};

const months = (from: Month, count: number, weight: number) =>
  Array.from({ length: count }, (_, index) => [addMonths(from, index), weight] as const);

/** Nobody's paid months reach into the relief of August 2020 to January 2021, which the sample's amounts know nothing of. */
const JOINED_IN = new Lots<Month>([...months('2016-01', 43, 1), ...months('2021-02', 20, 1.6)]);

const joinedAt = (chance: Chance, isByThen: boolean): Seconds =>
  isByThen
    ? signUpIn(chance, JOINED_IN.draw(chance))
    : signUpOn(chance, dayBetween(addDays(INFORMAL_2022_ON, 1), '2022-12-31', chance.share()));

/** Joined alone, for some months or without ever paying: by the day of the printed number as many as make it up. */
export const informal2022: LifeBuilder = (chance, { rank, frame }) => {
  const signedUpAt = joinedAt(chance, rank < frame.informalBy2022());
  const startsOn = startFor(chance, signedUpAt);
  const paid = firstTerm(chance, signedUpAt, startsOn.slice(0, 7), chance.pick(PAID_MONTHS));
  const terms = chance.happens(PAID_SHARE_2022) ? [paid] : [];
  return lifeOf(enrolment({ signedUpAt, startsOn, home: homeIn(chance), terms }));
};
