import {
  Allow,
  Batcher,
  body,
  CurrentActor,
  PageQuery,
  pageOf,
  placeAfter,
  Problem,
  query,
  StatedAt,
  type Actor,
  type FastifyReply,
  type Page,
} from '#libs/http';
import { Clock } from '#libs/kernel';
import { Body, Controller, Get, Param, Put, Query, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { LookUpReferences } from '../../use-cases/look-up-references.js';
import { RecordReferenceWhenStated } from '../../use-cases/record-reference-when-stated.js';
import type { ReferenceAnswer, ReferenceCommand } from '../../use-cases/reference-ledger.js';
import { denominatorIn, DenominatorRequest } from './denominator-request.js';
import { isReferenceId, recorded, referenceId } from './reference-answers.js';
import { DenominatorsView, DenominatorView, versionView } from './reference-views.js';
import { VersionQuery } from './version-query.js';

/** Published counts of people, in versions. They are published facts: no token is too narrow to read them. */
@ApiTags('references')
@Allow('analyst', 'planner')
@Controller('v1/denominators')
export class DenominatorsController {
  private readonly stated: Batcher<ReferenceCommand, ReferenceAnswer>;

  constructor(
    record: RecordReferenceWhenStated,
    private readonly lookUp: LookUpReferences,
    private readonly clock: Clock,
  ) {
    this.stated = new Batcher((batch) => record.handle(batch));
  }

  /** Puts a count on record: 201; its next version, where the content is another, or the same again: 200. */
  @Put(':id')
  @Allow('planner')
  @ApiBody({ type: DenominatorRequest })
  @ApiCreatedResponse({ type: DenominatorView })
  @ApiOkResponse({ type: DenominatorView, description: 'The next version, or the same again.' })
  async put(
    @Param('id', referenceId) id: string,
    @Body(body(DenominatorRequest)) request: DenominatorRequest,
    @CurrentActor() { regions: reach }: Actor,
    @StatedAt() statedAt: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DenominatorView> {
    const recordedAt = this.clock.recordedAt(statedAt);
    const command = { kind: 'denominator', id, content: denominatorIn(request), reach, recordedAt } as const;
    const { reference, isFirst } = recorded(await this.stated.submit(command));
    void reply.code(isFirst ? 201 : 200);
    return versionView(reference) as DenominatorView;
  }

  /** One version, the latest unless said. */
  @Get(':id')
  @ApiOkResponse({ type: DenominatorView })
  async one(
    @Param('id', referenceId) id: string,
    @Query(query(VersionQuery)) { version }: VersionQuery,
  ): Promise<DenominatorView> {
    const denominator = await this.lookUp.one('denominator', id, version ?? null);
    if (denominator === null) throw Problem.notFound();
    return versionView(denominator);
  }

  /** Latest versions, ascending by id. */
  @Get()
  @ApiOkResponse({ type: DenominatorsView })
  async list(@Query(query(PageQuery)) asked: PageQuery): Promise<Page<DenominatorView>> {
    const [after = null] = placeAfter(asked.after, [isReferenceId]) ?? [];
    const denominators = await this.lookUp.list({ kind: 'denominator', limit: asked.limit + 1, after });
    return pageOf(denominators.map(versionView), asked.limit, ({ id }) => [id]);
  }
}
