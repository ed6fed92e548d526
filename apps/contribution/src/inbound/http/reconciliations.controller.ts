import {
  Allow,
  Batcher,
  body,
  CSV_MEDIA_TYPE,
  CurrentActor,
  PageQuery,
  pageOf,
  placeAfter,
  Problem,
  query,
  StatedAt,
  StreamBody,
  uuid,
  type Actor,
  type Streamed,
} from '#libs/http';
import { Clock, type Outcome } from '#libs/kernel';
import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, Post, Query } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ReconcileStatementWithLedger } from '../../use-cases/reconcile-statement-with-ledger.js';
import {
  Reconciliations,
  type BreakExplanation,
  type SettlementEvent,
} from '../../use-cases/reconciliations.js';
import { BreakBody, breakBody, ReconciliationBody, summaryOf } from './reconciliation-views.js';
import { ExplanationRequest, StatementQuery } from './reconciliation-requests.js';
import { readStatement } from './statement-lines.js';

const NUMBER = /^\d{1,9}$/;
const FIRST_PAGE = 100;
const INT_MAX = 2_147_483_647;

/** Statements of gateways against the ledger. */
@ApiTags('ledger')
@Allow('officer')
@Controller('v1/reconciliations')
export class ReconciliationsController {
  private readonly settling: Batcher<BreakExplanation, Outcome<SettlementEvent>>;

  constructor(
    private readonly reconcile: ReconcileStatementWithLedger,
    private readonly reconciliations: Reconciliations,
    private readonly clock: Clock,
  ) {
    this.settling = new Batcher((batch) => reconciliations.settle(batch));
  }

  /**
   * Holds a statement against the ledger: CSV or NDJSON with `reference` (the gateway's number of the payment) and `amount`
   * in whole rupiah, below nought where money went back; up to 200,000 lines. 201 with what agrees and what does not.
   */
  @Post()
  @ApiConsumes(CSV_MEDIA_TYPE, 'application/x-ndjson')
  @ApiBody({ schema: { type: 'string' } })
  @ApiCreatedResponse({ type: ReconciliationBody })
  async make(
    @StreamBody() file: Streamed,
    @Query(query(StatementQuery)) scope: StatementQuery,
    @CurrentActor() { subject: madeBy }: Actor,
    @StatedAt() statedAt: string | null,
  ): Promise<ReconciliationBody> {
    if (scope.through < scope.from)
      throw Problem.refused(['period-reversed'], [{ path: 'through', reason: 'period-reversed' }]);
    const id = await this.reconcile.handle({ ...scope, ...(await readStatement(file)), madeBy, statedAt });
    return this.shown(id, 0, FIRST_PAGE);
  }

  /** A reconciliation with its breaks, page by page; 404 where there is none. */
  @Get(':id')
  @ApiOkResponse({ type: ReconciliationBody })
  one(
    @Param('id', uuid) id: string,
    @Query(query(PageQuery)) { limit, after }: PageQuery,
  ): Promise<ReconciliationBody> {
    const [place = '0'] = placeAfter(after, [(text) => NUMBER.test(text)]) ?? [];
    return this.shown(id, Number(place), limit);
  }

  /** Explains a break: the first explanation proposes, that of another person settles it; 422 for the same one again. */
  @Post(':id/breaks/:number/settle')
  @HttpCode(200)
  @ApiOkResponse({ type: BreakBody })
  async settle(
    @Param('id', uuid) reconciliationId: string,
    @Param('number', ParseIntPipe) number: number,
    @Body(body(ExplanationRequest)) { reason }: ExplanationRequest,
    @CurrentActor() { subject: by }: Actor,
    @StatedAt() statedAt: string | null,
  ): Promise<BreakBody> {
    if (number < 1 || number > INT_MAX) throw Problem.notFound();
    const said = { by, reason, at: this.clock.recordedAt(statedAt) };
    const outcome = await this.settling.submit({ reconciliationId, number, said });
    if (outcome.kind === 'refused')
      throw outcome.reason === 'not-found' ? Problem.notFound() : Problem.refused([outcome.reason]);
    const view = await this.reconciliations.find(reconciliationId, number - 1, 1);
    return breakBody(view!.breaks[0]!);
  }

  private async shown(id: string, after: number, limit: number): Promise<ReconciliationBody> {
    const view = await this.reconciliations.find(id, after, limit + 1);
    if (view === null) throw Problem.notFound();
    const page = pageOf(view.breaks.map(breakBody), limit, ({ number }) => [String(number)]);
    return { ...summaryOf(view), ...page };
  }
}
