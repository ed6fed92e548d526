import {
  payrollEnrolment,
  oddAmount,
  paidTwice,
  selfEmployed,
  signedUpTwice,
  twoSegments,
} from '../sample/lives/active-lives.js';
import { Chance, Lots } from '../sample/chance/chance.js';
import type { Group } from '../sample/groups/groups.js';
import { dayOf } from '../sample/instants.js';
import { JOIN_MONTHS, signUpIn, STORY_MONTH } from '../sample/lives/joining.js';
import type { LifeBuilder, Subject } from '../sample/lives/life-builder.js';
import { lifeOf, type Life } from '../sample/lives/life.js';
import { inArrears, lapsed, neverPaid, refusedSignUp, reversed } from '../sample/lives/other-lives.js';
import { NIK_CAPACITY } from '../sample/people/nik.js';
import { whoIs, type Who } from '../sample/people/who.js';
import { placeBeyond } from '../sample/places/places.js';
import type { Plan } from '../sample/plan.js';

const employedAlone: LifeBuilder = (chance) =>
  lifeOf(payrollEnrolment(chance, signUpIn(chance, JOIN_MONTHS.draw(chance)), STORY_MONTH));

/** What happens to simulated members, and how often: a bit of everything that goes wrong in real life. */
const LIVES = new Lots<LifeBuilder>([
  [selfEmployed, 700],
  [employedAlone, 110],
  [lapsed, 80],
  [neverPaid, 50],
  [inArrears, 20],
  [twoSegments, 10],
  [signedUpTwice, 5],
  [paidTwice, 5],
  [oddAmount, 5],
  [reversed, 5],
  [refusedSignUp, 10],
]);

const STRAYS_PER_MEMBER = 0.001;
/** Seeds of simulations lie apart from those of the story, so that no id is ever that of both. */
const SEED_OFFSET = 0x4000_0000;
/** The story's persons are population 0. */
const FIRST_POPULATION = 1;
const POPULATIONS_OF_SEEDS = 20;

/**
 * Members without a story, for load: as many as are asked for, living outside the branch, so that what was
 * printed about it and the city stays what it is.
 */
export class SimulatedPlan implements Plan {
  readonly seed: number;
  readonly mark: string;
  readonly persons: number;
  readonly groups: readonly Group[] = [];
  readonly strays: number;
  private readonly firstPopulation: number;
  private last: { readonly person: number; readonly life: Life } | null = null;

  constructor({ members, seed }: { members: number; seed: number }) {
    this.seed = SEED_OFFSET + seed;
    this.mark = `S${seed}-`;
    this.persons = members;
    this.strays = Math.round(members * STRAYS_PER_MEMBER);
    this.firstPopulation = FIRST_POPULATION + (seed % POPULATIONS_OF_SEEDS);
  }

  life(person: number): Life {
    if (this.last?.person !== person) this.last = { person, life: this.makeLife(person) };
    return this.last.life;
  }

  who(person: number): Who {
    const year = Number(
      dayOf(Math.min(...this.life(person).enrolments.map(({ signedUpAt }) => signedUpAt))).slice(0, 4),
    );
    const population = this.firstPopulation + Math.floor(person / NIK_CAPACITY);
    return whoIs(person, { cohort: 'two-segments', year, population }, new Chance(this.seed, 'who', person));
  }

  residence(person: number): string {
    return placeBeyond(new Chance(this.seed, 'home', person));
  }

  private makeLife(person: number): Life {
    const chance = new Chance(this.seed, 'life', person);
    const subject: Subject = {
      person,
      rank: person,
      frame: { seed: this.seed, periods: [], groups: [], groupOf: () => 0, informalBy2022: () => 0 },
    };
    return LIVES.draw(chance)(chance, subject);
  }
}
