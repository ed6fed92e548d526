import { Allow, CurrentActor, Problem, query, type Actor } from '#libs/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AddUpBenefits, type BenefitsRefused } from '../../use-cases/add-up-benefits.js';
import { BenefitsQuery } from './benefits-query.js';
import { BenefitsView, benefitsView } from './benefits-view.js';

const problemOf = ({ reason, field }: BenefitsRefused): Problem =>
  reason === 'outside-regions'
    ? Problem.forbidden(reason)
    : Problem.refused([reason], [{ path: field, reason }]);

const missing = (path: string) => Problem.refused(['missing'], [{ path, reason: 'missing' }]);

const comparedIn = ({ compareFrom: from, compareThrough: through }: BenefitsQuery) => {
  if (from === undefined && through === undefined) return null;
  if (from === undefined) throw missing('compareFrom');
  if (through === undefined) throw missing('compareThrough');
  return { from, through };
};

/** What was paid to insured persons, to analysts and within their regions. */
@ApiTags('benefits')
@Allow('analyst')
@Controller('v1/benefits')
export class BenefitsController {
  constructor(private readonly addUp: AddUpBenefits) {}

  /** Paid less returned within a period; with another period, both cut to equally many days. */
  @Get()
  @ApiOkResponse({ type: BenefitsView })
  async sum(
    @Query(query(BenefitsQuery)) asked: BenefitsQuery,
    @CurrentActor() { regions: reach }: Actor,
  ): Promise<BenefitsView> {
    const { region, from, through, by = null } = asked;
    const period = { from, through };
    const answer = await this.addUp.handle({ asked: region, period, by, compared: comparedIn(asked), reach });
    if (answer.kind === 'refused') throw problemOf(answer);
    return benefitsView(answer);
  }
}
