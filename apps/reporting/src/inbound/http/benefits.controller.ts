import {
  Allow,
  CurrentActor,
  Example,
  Problem,
  query,
  type Actor,
  type FastifyReply,
  type FastifyRequest,
} from '#libs/http';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AddUpBenefits, type BenefitsRefused } from '../../use-cases/add-up-benefits.js';
import { Freshness } from '../../use-cases/freshness.js';
import { BenefitsQuery } from './benefits-query.js';
import { BENEFITS_COLUMNS, benefitsCsvRows, BenefitsView, benefitsView } from './benefits-view.js';
import { tableAnswer } from './coverage/table-answer.js';

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
  constructor(
    private readonly addUp: AddUpBenefits,
    private readonly freshness: Freshness,
  ) {}

  /** Paid less returned within a period; with another period, both cut to equally many days. JSON, or the rows as CSV. */
  @Get()
  @Example({ region: '33.72', from: '2023-01-01', through: '2023-12-31' })
  @ApiOkResponse({ type: BenefitsView })
  async sum(
    @Query(query(BenefitsQuery)) asked: BenefitsQuery,
    @CurrentActor() { regions: reach }: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BenefitsView | string | undefined> {
    const { region, from, through, by = null } = asked;
    const period = { from, through };
    const question = { asked: region, period, by, compared: comparedIn(asked), reach };
    const [freshness, answer] = await this.freshness.before(() => this.addUp.handle(question));
    if (answer.kind === 'refused') throw problemOf(answer);
    return tableAnswer(request, reply, {
      view: { ...benefitsView(answer), freshness },
      columns: BENEFITS_COLUMNS,
      rows: benefitsCsvRows(answer),
      name: `benefits-${from}-${through}`,
    });
  }
}
