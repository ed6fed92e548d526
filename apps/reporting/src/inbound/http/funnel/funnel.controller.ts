import { Allow, CurrentActor, Problem, query, type Actor } from '#libs/http';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ShowTheFunnel, type FunnelRefused } from '../../../use-cases/show-the-funnel.js';
import { FunnelQuery } from './funnel-query.js';
import { FunnelView, funnelView } from './funnel-view.js';

const problemOf = ({ reason, field }: FunnelRefused): Problem =>
  reason === 'outside-regions'
    ? Problem.forbidden(reason)
    : Problem.refused([reason], [{ path: field, reason }]);

/** Whether those stay who sign up: for analysts and within their regions. */
@ApiTags('funnel')
@Allow('analyst')
@Controller('v1/funnel')
export class FunnelController {
  constructor(private readonly show: ShowTheFunnel) {}

  /** Reached, signed up, first paid, still covered 3, 6 and 12 months later; whole, and by part where a cut is named. */
  @Get()
  @ApiOkResponse({ type: FunnelView })
  async funnel(
    @Query(query(FunnelQuery)) asked: FunnelQuery,
    @CurrentActor() { regions: reach }: Actor,
  ): Promise<FunnelView> {
    const { region, channel = null, channelCode = null, campaign = null, by = null, from, through } = asked;
    const source = { channel, channelCode, campaign };
    const answer = await this.show.handle({ asked: region, from, through, by, reach, ...source });
    if (answer.kind === 'refused') throw problemOf(answer);
    return funnelView(asked, answer);
  }
}
