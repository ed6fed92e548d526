import * as active from './active-lives.js';
import { Chance } from '../chance/chance.js';
import type { CohortName } from '../cohorts.js';
import * as informal from './informal-lives.js';
import type { LifeBuilder, Subject } from './life-builder.js';
import type { Life } from './life.js';
import * as other from './other-lives.js';

const BUILDERS: Readonly<Record<CohortName, LifeBuilder>> = {
  employed: active.employed,
  'self-employed': active.selfEmployed,
  sponsored: active.sponsored,
  revived: active.revived,
  injured: active.injured,
  'two-segments': active.twoSegments,
  'moved-in': active.moving('around', 'solo'),
  'paid-again': active.paidAgain,
  'signed-up-twice': active.signedUpTwice,
  'paid-twice': active.paidTwice,
  'odd-amount': active.oddAmount,
  'carried-on': active.carriedOn,
  'never-paid': other.neverPaid,
  lapsed: other.lapsed,
  'grant-over': active.sponsored,
  'in-arrears': other.inArrears,
  'paid-for-later': other.paidForLater,
  reversed: other.reversed,
  elsewhere: other.elsewhere,
  'moved-out': active.moving('solo', 'around'),
  unmapped: other.unmapped,
  'contest-over': active.contestOver,
  'fun-run-2015': other.funRun,
  'old-age-paid': other.oldAgePaid,
  died: other.died,
  pensioned: other.pensioned,
  'laid-off': other.laidOff,
  refused: other.refusedSignUp,
  'informal-2014': informal.informal2014,
  'informal-2022': informal.informal2022,
};

/** The life of one person: the same for the same seed, person and cohort. */
export const lifeIn = (cohort: CohortName, subject: Subject): Life =>
  BUILDERS[cohort](new Chance(subject.frame.seed, 'life', subject.person), subject);
