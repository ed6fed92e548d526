import { Problem, reaches, type Actor } from '#libs/http';
import type { Clock, Day } from '#libs/kernel';
import {
  usualGraceOn,
  type CoverageQuestion,
  type GraceMonths,
  type Unanswerable,
} from '../../../use-cases/coverage-question.js';
import type { AskedRegions, ResolveAskedRegions } from '../../../use-cases/resolve-asked-regions.js';
import { cutOf, type CoverageQuery, type PersonsQuery, type WhosePersonsQuery } from './coverage-query.js';
import { isForThePublic } from './public-questions.js';

/** A bearer who may see figures; anybody else is the public. */
export type Analyst = Actor | null;

/** The bearer where the token is an analyst's. */
export const analystOf = (actor: Actor | null): Analyst => (actor?.roles.includes('analyst') ? actor : null);

/** The problem of a question that names something that is not there. */
export const unanswerable = ({ reason, field }: Unanswerable): Problem =>
  Problem.refused([reason], [{ path: field, reason }]);

/** Whom figures count, whatever the measure. */
type Whose = Pick<CoverageQuestion, 'regions' | 'knownOn' | 'filter' | 'denominatorId'>;
/** By what they count, too: a question without day, cut and target. */
type Measured = Omit<CoverageQuestion, 'asOf' | 'by' | 'targetId'>;

const graceIn = ({ measure, graceMonths }: PersonsQuery, asOf: Day): GraceMonths =>
  measure === 'protected' ? (graceMonths ?? usualGraceOn(asOf)) : 0;

/** Makes questions of requests, and sees to it that only those are asked that the asker may. */
export class CoverageQuestions {
  constructor(
    private readonly resolve: ResolveAskedRegions,
    private readonly clock: Clock,
  ) {}

  /** The day that a figure is about when none is named. */
  today(): Day {
    return this.clock.today();
  }

  /** The question of a request. Throws 401 or 403 for who may not ask it, 422 for what is in no list. */
  async of(query: CoverageQuery, actor: Actor | null): Promise<CoverageQuestion> {
    const asOf = query.asOf ?? this.today();
    if (analystOf(actor) === null && !isForThePublic(query, this.today())) {
      throw actor === null ? Problem.unauthorized('token-missing') : Problem.forbidden('role-missing');
    }
    return {
      ...(await this.measured(query, asOf, analystOf(actor))),
      asOf,
      by: cutOf(query),
      targetId: query.target ?? null,
    };
  }

  /** The same without day and cut. */
  async measured(query: PersonsQuery, asOf: Day, analyst: Analyst): Promise<Measured> {
    const whose = await this.whose(query, asOf, analyst);
    return { ...whose, measure: query.measure, graceMonths: graceIn(query, asOf) };
  }

  /** Whom figures about a day count. */
  async whose(query: WhosePersonsQuery, asOf: Day, analyst: Analyst): Promise<Whose> {
    const { knownOn = null, denominator = null, segment, programme, channel, occupation } = query;
    const regions = await this.regions(query.region, asOf, analyst);
    const filter = { segment, programme, channel, occupation };
    return { regions, knownOn, filter, denominatorId: denominator };
  }

  private async regions(asked: readonly string[], asOf: Day, analyst: Analyst): Promise<AskedRegions> {
    const found = await this.resolve.handle(asked, asOf);
    if ('unknown' in found)
      throw Problem.refused(['unknown-code'], [{ path: 'region', reason: 'unknown-code' }]);
    if (analyst !== null && !found.codes.every((code) => reaches(analyst, code))) {
      throw Problem.forbidden('outside-regions');
    }
    return found;
  }
}
