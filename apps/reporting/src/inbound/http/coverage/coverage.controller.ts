import {
  Allow,
  CurrentActor,
  Example,
  Public,
  query,
  type Actor,
  type FastifyReply,
  type FastifyRequest,
} from '#libs/http';
import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { AnswerCoverageQuestion } from '../../../use-cases/answer-coverage-question.js';
import type { CoverageAnswer, CoverageQuestion } from '../../../use-cases/coverage-question.js';
import { DrawCoverageOverTime } from '../../../use-cases/draw-coverage-over-time.js';
import { Freshness } from '../../../use-cases/freshness.js';
import { ShowThePublic } from '../../../use-cases/show-the-public.js';
import { ExplainWhyAFigureDiffers } from '../../../use-cases/explain-why-a-figure-differs.js';
import { ChangesView, changesView } from './changes-view.js';
import { ChangesQuery, CoverageQuery, SeriesQuery } from './coverage-query.js';
import { analystOf, CoverageQuestions, unanswerable } from './coverage-questions.js';
import { COVERAGE_COLUMNS, coverageCsvRows, CoverageView, coverageView, noticeOf } from './coverage-view.js';
import { SERIES_COLUMNS, seriesCsvRows, SeriesView } from './series-view.js';
import { tableAnswer } from './table-answer.js';

/** A day of every year that figures are drawn for, and some. */
const POINTS_MAX = 4_000;

/** How many persons are covered, of how many, and what is wanting. */
@ApiTags('coverage')
@Controller('v1/coverage')
export class CoverageController {
  constructor(
    private readonly questions: CoverageQuestions,
    private readonly answer: AnswerCoverageQuestion,
    private readonly showThePublic: ShowThePublic,
    private readonly drawOverTime: DrawCoverageOverTime,
    private readonly explain: ExplainWhyAFigureDiffers,
    private readonly freshness: Freshness,
  ) {}

  /**
   * Coverage as of a day, as known on a day, cut and filtered. JSON, or the rows as CSV. Analysts see their regions;
   * without a token: one region down to a district, today, where fewer than ten persons are masked.
   */
  @Get()
  @Example({ region: '33.72', asOf: '2024-12-17', by: 'segment' })
  @Public({ optionalToken: true })
  @ApiOkResponse({ type: CoverageView })
  async coverage(
    @Query(query(CoverageQuery)) asked: CoverageQuery,
    @CurrentActor() actor: Actor | null,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CoverageView | string | undefined> {
    const question = await this.questions.of(asked, actor);
    const answer = await this.answerTo(question, analystOf(actor) === null);
    return tableAnswer(request, reply, {
      view: coverageView(question, answer, request.url),
      columns: COVERAGE_COLUMNS,
      rows: coverageCsvRows(question, answer),
      name: `coverage-${question.asOf}`,
    });
  }

  /** The same figure day by day, or at the end of each month. JSON, or the points as CSV. */
  @Get('series')
  @Example({ region: '33.72', from: '2024-12-01', through: '2024-12-17' })
  @Allow('analyst')
  @ApiOkResponse({ type: SeriesView })
  async series(
    @Query(query(SeriesQuery)) asked: SeriesQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeriesView | string | undefined> {
    const whose = await this.questions.measured(asked, asked.through, actor);
    const { from, through, step } = asked;
    const period = { from, through, step, pointsMax: POINTS_MAX };
    const [freshness, drawn] = await this.freshness.before(() =>
      this.drawOverTime.handle({ ...whose, ...period }),
    );
    if ('reason' in drawn) throw unanswerable(drawn);
    return tableAnswer(request, reply, {
      view: { ...drawn, freshness, ...noticeOf(whose) },
      columns: SERIES_COLUMNS,
      rows: seriesCsvRows(whose, drawn.points),
      name: `coverage-${from}-${through}`,
    });
  }

  /** Why the figure about one day differs between two days of knowing: persons gained and lost by cause. */
  @Get('changes')
  @Example({ region: '33.72', asOf: '2024-12-17', sinceKnownOn: '2024-11-30' })
  @Allow('analyst')
  @ApiOkResponse({ type: ChangesView })
  async changes(
    @Query(query(ChangesQuery)) asked: ChangesQuery,
    @CurrentActor() actor: Actor,
  ): Promise<ChangesView> {
    const { sinceKnownOn, asOf = this.questions.today() } = asked;
    const whose = await this.questions.measured(asked, asOf, actor);
    const question = { ...whose, asOf, sinceKnownOn };
    const [freshness, difference] = await this.freshness.before(() => this.explain.handle(question));
    if ('reason' in difference) throw unanswerable(difference);
    return { ...changesView(question, difference), freshness };
  }

  private async answerTo(question: CoverageQuestion, isForThePublic: boolean): Promise<CoverageAnswer> {
    const answer = await (isForThePublic ? this.showThePublic : this.answer).handle(question);
    if ('reason' in answer) throw unanswerable(answer);
    return answer;
  }
}
