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
import { campaignIn, CampaignRequest } from './campaign-request.js';
import { isReferenceId, recorded, referenceId } from './reference-answers.js';
import { CampaignsView, CampaignView, versionView } from './reference-views.js';
import { VersionQuery } from './version-query.js';

/** Campaigns and how many people they reached, in versions. They are stated facts: no token is too narrow to read them. */
@ApiTags('references')
@Allow('analyst', 'planner')
@Controller('v1/campaigns')
export class CampaignsController {
  private readonly stated: Batcher<ReferenceCommand, ReferenceAnswer>;

  constructor(
    record: RecordReferenceWhenStated,
    private readonly lookUp: LookUpReferences,
    private readonly clock: Clock,
  ) {
    this.stated = new Batcher((batch) => record.handle(batch));
  }

  /** Puts a campaign on record: 201; its next version, where the content is another, or the same again: 200. */
  @Put(':code')
  @Allow('planner')
  @ApiBody({ type: CampaignRequest })
  @ApiCreatedResponse({ type: CampaignView })
  @ApiOkResponse({ type: CampaignView, description: 'The next version, or the same again.' })
  async put(
    @Param('code', referenceId) id: string,
    @Body(body(CampaignRequest)) request: CampaignRequest,
    @CurrentActor() { regions: reach }: Actor,
    @StatedAt() statedAt: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CampaignView> {
    const recordedAt = this.clock.recordedAt(statedAt);
    const command = { kind: 'campaign', id, content: campaignIn(request), reach, recordedAt } as const;
    const { reference, isFirst } = recorded(await this.stated.submit(command));
    void reply.code(isFirst ? 201 : 200);
    return versionView(reference) as CampaignView;
  }

  /** One version, the latest unless said. */
  @Get(':code')
  @ApiOkResponse({ type: CampaignView })
  async one(
    @Param('code', referenceId) id: string,
    @Query(query(VersionQuery)) { version }: VersionQuery,
  ): Promise<CampaignView> {
    const campaign = await this.lookUp.one('campaign', id, version ?? null);
    if (campaign === null) throw Problem.notFound();
    return versionView(campaign);
  }

  /** Latest versions, ascending by code. */
  @Get()
  @ApiOkResponse({ type: CampaignsView })
  async list(@Query(query(PageQuery)) asked: PageQuery): Promise<Page<CampaignView>> {
    const [after = null] = placeAfter(asked.after, [isReferenceId]) ?? [];
    const campaigns = await this.lookUp.list({ kind: 'campaign', limit: asked.limit + 1, after });
    return pageOf(campaigns.map(versionView), asked.limit, ({ id }) => [id]);
  }
}
