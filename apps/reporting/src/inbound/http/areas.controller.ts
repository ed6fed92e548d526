import {
  Allow,
  Batcher,
  body,
  CurrentActor,
  PageQuery,
  pageOf,
  placeAfter,
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
import { areaIn, AreaRequest } from './area-request.js';
import { isReferenceId, recorded, referenceId } from './reference-answers.js';
import { AreasView, AreaView, versionView } from './reference-views.js';

/** Named sets of regions, such as those of a branch. */
@ApiTags('references')
@Allow('analyst', 'planner')
@Controller('v1/areas')
export class AreasController {
  private readonly stated: Batcher<ReferenceCommand, ReferenceAnswer>;

  constructor(
    record: RecordReferenceWhenStated,
    private readonly lookUp: LookUpReferences,
    private readonly clock: Clock,
  ) {
    this.stated = new Batcher((batch) => record.handle(batch));
  }

  /** Puts a named set on record: 201; its next version, where the content is another, or the same again: 200. */
  @Put(':code')
  @Allow('planner')
  @ApiBody({ type: AreaRequest })
  @ApiCreatedResponse({ type: AreaView })
  @ApiOkResponse({ type: AreaView, description: 'The next version, or the same again.' })
  async put(
    @Param('code', referenceId) id: string,
    @Body(body(AreaRequest)) request: AreaRequest,
    @CurrentActor() { regions: reach }: Actor,
    @StatedAt() statedAt: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AreaView> {
    const recordedAt = this.clock.recordedAt(statedAt);
    const command = { kind: 'area', id, content: areaIn(request), reach, recordedAt } as const;
    const { reference, isFirst } = recorded(await this.stated.submit(command));
    void reply.code(isFirst ? 201 : 200);
    return versionView(reference) as AreaView;
  }

  /** Latest versions, ascending by code. */
  @Get()
  @ApiOkResponse({ type: AreasView })
  async list(@Query(query(PageQuery)) asked: PageQuery): Promise<Page<AreaView>> {
    const [after = null] = placeAfter(asked.after, [isReferenceId]) ?? [];
    const areas = await this.lookUp.list({ kind: 'area', limit: asked.limit + 1, after });
    return pageOf(areas.map(versionView), asked.limit, ({ id }) => [id]);
  }
}
