import { partOf, shuffledRank } from './chance/apportion.js';
import { Chance, Lots } from './chance/chance.js';
import { claimPeriods, type ClaimPeriod } from './cases/claim-periods.js';
import { cohortFinder, cohortsAt, type Cohort, type CohortName } from './cohorts.js';
import { contestGroups, employerGroups, grantGroups, sponsorGroups } from './groups/group-kinds.js';
import type { Group } from './groups/groups.js';
import { BRANCH, INFORMAL_2022, INFORMAL_2022_ON } from './informal.js';
import { dayOf } from './instants.js';
import { KELURAHAN, kelurahanOfMember } from './places/kelurahan.js';
import type { Frame } from './lives/life-builder.js';
import type { Home, Life } from './lives/life.js';
import { lifeIn } from './lives/lives.js';
import { CODES_UNKNOWN, placeAround } from './places/places.js';
import type { Plan } from './plan.js';
import { activePersonsAt, checkedScale, scaled } from './scale.js';
import { whoIs, type Who } from './people/who.js';

const STRAYS = 40;

const groupsOf = (seed: number, cohorts: readonly Cohort[]): Group[] => {
  const of = (name: CohortName) => cohorts.find((cohort) => cohort.name === name)!;
  const [employed, sponsored, granted] = [of('employed'), of('sponsored'), of('grant-over')];
  const [over, carriedOn] = [of('contest-over'), of('carried-on')];
  return [
    ...employerGroups(seed, employed.first, employed.count),
    ...sponsorGroups(seed, sponsored.first, sponsored.count),
    ...grantGroups(seed, granted.first, granted.count),
    ...contestGroups('KEC-BANJARSARI', carriedOn.first, carriedOn.count),
    ...contestGroups('KONI-BANJARSARI', over.first, over.count),
  ].sort((a, b) => a.first - b.first);
};

const groupFinder = (groups: readonly Group[]) => {
  const ends = groups.map(({ first, count }) => first + count);
  return (person: number) => partOf(person, ends);
};

const isKnown = (residence: string | null): residence is string =>
  residence !== null && !(CODES_UNKNOWN as readonly string[]).includes(residence);

/** Anywhere in the city, by where its people live. */
const ANYWHERE = new Lots(KELURAHAN.map(({ code, workingHundreds }) => [code, workingHundreds] as const));

/** The Solo story: the plan whose persons lead to the published figures. The people are invented, the totals are not. */
export class Story implements Plan {
  readonly seed: number;
  readonly scale: number;
  readonly cohorts: readonly Cohort[];
  readonly periods: readonly ClaimPeriod[];
  readonly groups: readonly Group[];
  readonly persons: number;
  readonly strays: number;
  readonly mark = '';
  readonly cohortOf: (person: number) => Cohort;
  private readonly frame: Frame;
  private readonly homeOfMember: (rank: number) => string;
  private informalBy2022: number | null = null;
  /** The life that was asked for last: one message asks several times. */
  private last: { readonly person: number; readonly life: Life } | null = null;

  constructor({ seed, scale }: { seed: number; scale: number }) {
    this.seed = seed;
    this.scale = checkedScale(scale);
    this.cohorts = cohortsAt(scale);
    this.periods = claimPeriods(scale);
    this.groups = groupsOf(seed, this.cohorts);
    this.persons = this.cohorts.reduce((sum, { count }) => sum + count, 0);
    this.strays = Math.max(1, scaled(STRAYS, scale));
    this.cohortOf = cohortFinder(this.cohorts);
    this.homeOfMember = kelurahanOfMember(activePersonsAt(scale));
    this.frame = {
      seed,
      periods: this.periods,
      groups: this.groups,
      groupOf: groupFinder(this.groups),
      informalBy2022: () => (this.informalBy2022 ??= this.missingIn2022()),
    };
  }

  life(person: number): Life {
    if (this.last?.person !== person) this.last = { person, life: this.makeLife(person) };
    return this.last.life;
  }

  who(person: number): Who {
    const { name } = this.cohortOf(person);
    const firstAt = Math.min(...this.life(person).enrolments.map(({ signedUpAt }) => signedUpAt));
    const year = Number(dayOf(firstAt).slice(0, 4));
    return whoIs(person, { cohort: name, year }, new Chance(this.seed, 'who', person));
  }

  residence(person: number, enrolment: number): string | null {
    return this.codeOf(this.life(person).enrolments[enrolment]!.home, person);
  }

  /** How many of the last cohort must have joined by the day that the branch's number was printed for. */
  private missingIn2022(): number {
    const { name, first, count } = this.cohorts.at(-1)!;
    let missing = scaled(INFORMAL_2022, this.scale);
    for (let person = 0; person < first; person += 1) if (this.isInformalIn2022(person)) missing -= 1;
    if (missing < 0 || missing > count) throw new Error(`${missing} of ${count} of ${name} would be needed`);
    return missing;
  }

  private isInformalIn2022(person: number): boolean {
    const { enrolments } = this.life(person);
    return enrolments.some(({ segment, flaw, signedUpAt }, enrolment) => {
      if (segment !== 'BPU' || flaw !== null || dayOf(signedUpAt) > INFORMAL_2022_ON) return false;
      const residence = this.residence(person, enrolment);
      return isKnown(residence) && BRANCH.includes(residence.slice(0, 5));
    });
  }

  private makeLife(person: number): Life {
    const { name, first } = this.cohortOf(person);
    return lifeIn(name, { person, rank: person - first, frame: this.frame });
  }

  private codeOf(home: Home, person: number): string | null {
    if (typeof home === 'object') return home.code;
    const chance = new Chance(this.seed, 'home', person);
    if (home === 'around') return placeAround(chance);
    if (home === 'none') return null;
    if (home === 'unknown') return chance.pick(CODES_UNKNOWN);
    return this.cohortOf(person).isActive ? this.homeOfActive(person) : ANYWHERE.draw(chance);
  }

  /** The active are shared out exactly; their order among the kelurahan has nothing to do with when they joined. */
  private homeOfActive(person: number): string {
    return this.homeOfMember(shuffledRank(person, activePersonsAt(this.scale)));
  }
}
