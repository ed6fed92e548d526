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
import { Freshness } from '../../../use-cases/freshness.js';
import { ShowTheFunnel, type FunnelRefused } from '../../../use-cases/show-the-funnel.js';
import { tableAnswer } from '../coverage/table-answer.js';
import { FunnelQuery } from './funnel-query.js';
import { FUNNEL_COLUMNS, funnelCsvRows, FunnelView, funnelView } from './funnel-view.js';

const problemOf = ({ reason, field }: FunnelRefused): Problem =>
  reason === 'outside-regions'
    ? Problem.forbidden(reason)
    : Problem.refused([reason], [{ path: field, reason }]);

/** Whether those stay who sign up: for analysts and within their regions. */
@ApiTags('funnel')
@Allow('analyst')
@Controller('v1/funnel')
export class FunnelController {
  constructor(
    private readonly show: ShowTheFunnel,
    private readonly freshness: Freshness,
  ) {}

  /**
   * Reached, signed up, first paid, still covered 3, 6 and 12 months later; whole, and by part where a cut is named. JSON, or
   * the parts as CSV.
   */
  @Get()
  @Example({ region: '33.72', from: '2024-01-01', through: '2024-12-17', by: 'channel' })
  @ApiOkResponse({ type: FunnelView })
  async funnel(
    @Query(query(FunnelQuery)) asked: FunnelQuery,
    @CurrentActor() { regions: reach }: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FunnelView | string | undefined> {
    const { region, channel = null, channelCode = null, campaign = null, by = null, from, through } = asked;
    const source = { channel, channelCode, campaign };
    const question = { asked: region, from, through, by, reach, ...source };
    const [freshness, answer] = await this.freshness.before(() => this.show.handle(question));
    if (answer.kind === 'refused') throw problemOf(answer);
    return tableAnswer(request, reply, {
      view: { ...funnelView(asked, answer), freshness },
      columns: FUNNEL_COLUMNS,
      rows: funnelCsvRows(asked, answer),
      name: `funnel-${from}-${through}`,
    });
  }
}
