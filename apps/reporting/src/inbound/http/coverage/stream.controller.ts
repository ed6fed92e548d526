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
import { Controller, Get, Query, Req, Res, type OnModuleDestroy } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { WatchCoverage } from '../../../use-cases/watch-coverage.js';
import { CoverageQuery } from './coverage-query.js';
import { CoverageQuestions } from './coverage-questions.js';
import { EventStream, seenBy } from './event-stream.js';

const EVENT_STREAM = 'text/event-stream';
/** When a viewer may find room again. */
const FULL_RETRY_AFTER_SECONDS = 10;

const HEADERS = {
  'content-type': EVENT_STREAM,
  'cache-control': 'no-cache, no-transform',
  'x-accel-buffering': 'no', // proxies must hand on each event at once
};

/** Figures pushed as they change. */
@ApiTags('coverage')
@Controller('v1/stream')
export class StreamController implements OnModuleDestroy {
  constructor(
    private readonly questions: CoverageQuestions,
    private readonly watchCoverage: WatchCoverage,
  ) {}

  /**
   * Server-sent events for the question of `GET /v1/coverage`: `coverage` (a row) when a row changed, with 0 persons when
   * nobody falls into a part any more, and `freshness` behind the rows of each push, at most ten times a second.
   * `Last-Event-ID` resumes: rows that have not changed since are not sent again. Where that is not known any more all of
   * them are, and `freshness` says `whole`: a part that was not among them holds nobody.
   */
  @Get()
  @Example({ region: '33.72' })
  @Allow('analyst')
  @ApiProduces(EVENT_STREAM)
  @ApiOkResponse({ description: 'Events `coverage` and `freshness`.' })
  async stream(
    @Query(query(CoverageQuery)) asked: CoverageQuery,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const question = { ...(await this.questions.of(asked, actor)), asOf: asked.asOf ?? null };
    if (!this.watchCoverage.hasRoomFor(question))
      throw Problem.unavailable(FULL_RETRY_AFTER_SECONDS, 'too-busy');
    reply.hijack();
    const response = reply.raw;
    response.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), ...HEADERS });
    const lastEventId = request.headers['last-event-id'];
    const seen = seenBy(typeof lastEventId === 'string' ? lastEventId : undefined);
    const stop = this.watchCoverage.watch(question, new EventStream(response, seen), seen);
    response.once('close', stop);
    response.on('error', stop);
  }

  /** Streams never end by themselves: a service that stops says so. */
  onModuleDestroy(): void {
    this.watchCoverage.close();
  }
}
