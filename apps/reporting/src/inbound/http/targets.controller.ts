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
import { targetIn, TargetRequest } from './target-request.js';
import { isReferenceId, recorded, referenceId } from './reference-answers.js';
import { TargetsView, TargetView, versionView } from './reference-views.js';
import { VersionQuery } from './version-query.js';

/** Published aims, in versions. They are published facts: no token is too narrow to read them. */
@ApiTags('references')
@Allow('analyst', 'planner')
@Controller('v1/targets')
export class TargetsController {
  private readonly stated: Batcher<ReferenceCommand, ReferenceAnswer>;

  constructor(
    record: RecordReferenceWhenStated,
    private readonly lookUp: LookUpReferences,
    private readonly clock: Clock,
  ) {
    this.stated = new Batcher((batch) => record.handle(batch));
  }

  /** Puts an aim on record: 201; its next version, where the content is another, or the same again: 200. */
  @Put(':id')
  @Allow('planner')
  @ApiBody({ type: TargetRequest })
  @ApiCreatedResponse({ type: TargetView })
  @ApiOkResponse({ type: TargetView, description: 'The next version, or the same again.' })
  async put(
    @Param('id', referenceId) id: string,
    @Body(body(TargetRequest)) request: TargetRequest,
    @CurrentActor() { regions: reach }: Actor,
    @StatedAt() statedAt: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TargetView> {
    const recordedAt = this.clock.recordedAt(statedAt);
    const command = { kind: 'target', id, content: targetIn(request), reach, recordedAt } as const;
    const { reference, isFirst } = recorded(await this.stated.submit(command));
    void reply.code(isFirst ? 201 : 200);
    return versionView(reference) as TargetView;
  }

  /** One version, the latest unless said. */
  @Get(':id')
  @ApiOkResponse({ type: TargetView })
  async one(
    @Param('id', referenceId) id: string,
    @Query(query(VersionQuery)) { version }: VersionQuery,
  ): Promise<TargetView> {
    const target = await this.lookUp.one('target', id, version ?? null);
    if (target === null) throw Problem.notFound();
    return versionView(target);
  }

  /** Latest versions, ascending by id. */
  @Get()
  @ApiOkResponse({ type: TargetsView })
  async list(@Query(query(PageQuery)) asked: PageQuery): Promise<Page<TargetView>> {
    const [after = null] = placeAfter(asked.after, [isReferenceId]) ?? [];
    const targets = await this.lookUp.list({ kind: 'target', limit: asked.limit + 1, after });
    return pageOf(targets.map(versionView), asked.limit, ({ id }) => [id]);
  }
}
