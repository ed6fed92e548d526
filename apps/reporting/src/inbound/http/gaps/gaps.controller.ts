import { Is, kinds } from '#libs/contracts';
import {
  Allow,
  AsInteger,
  CurrentActor,
  Example,
  query,
  type Actor,
  type FastifyReply,
  type FastifyRequest,
} from '#libs/http';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import {
  LEVELS_MAX,
  RANKINGS,
  RankWhereTheGapCloses,
  type Levels,
  type Ranking,
} from '../../../use-cases/rank-where-the-gap-closes.js';
import { WhosePersonsQuery } from '../coverage/coverage-query.js';
import { CoverageQuestions, unanswerable } from '../coverage/coverage-questions.js';
import { tableAnswer } from '../coverage/table-answer.js';
import { GAPS_COLUMNS, gapsCsvRows, GapsView, gapsView } from './gaps-view.js';

/** Which children of which region to rank. */
class GapsQuery extends WhosePersonsQuery {
  @IsOptional() @Is(kinds.day) asOf?: string;
  /** Id of a target to share out; without it the one in force for the region. */
  @IsOptional() @Is(kinds.text(128)) target?: string;
  @IsOptional() @Is(kinds.oneOf(RANKINGS)) rankedBy: Ranking = 'missing';
  /** How many levels down: 1 ranks the children; 2 what lies in these, such as the kelurahan of a city. */
  @IsOptional() @AsInteger() @Is(kinds.integer(1, LEVELS_MAX)) levels: Levels = 1;
}

/** Where it is to be done: figures, and so for analysts and within their regions. */
@ApiTags('coverage')
@Controller('v1/gaps')
export class GapsController {
  constructor(
    private readonly questions: CoverageQuestions,
    private readonly rank: RankWhereTheGapCloses,
  ) {}

  /**
   * The children of a region, or theirs, ranked by how many persons are missing, by pace and by retention, in active persons; each
   * with what it would have to reach to carry its share of the target. JSON, or the regions as CSV.
   */
  @Get()
  @Example({ region: '33.72', asOf: '2024-12-17', rankedBy: 'missing' })
  @Allow('analyst')
  @ApiOkResponse({ type: GapsView })
  async gaps(
    @Query(query(GapsQuery)) asked: GapsQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<GapsView | string | undefined> {
    const { asOf = this.questions.today(), rankedBy, levels, target = null } = asked;
    const whose = await this.questions.whose(asked, asOf, actor);
    const question = { ...whose, asOf, rankedBy, levels, targetId: target };
    const ranked = await this.rank.handle(question);
    if ('reason' in ranked) throw unanswerable(ranked);
    const view = gapsView(question, ranked);
    return tableAnswer(request, reply, {
      view,
      columns: GAPS_COLUMNS,
      rows: gapsCsvRows(view),
      name: `gaps-${asOf}`,
    });
  }
}
