import {
  Allow,
  body,
  CurrentActor,
  Example,
  PageQuery,
  query,
  StatedAt,
  type Actor,
  type FastifyReply,
  type Page,
} from '#libs/http';
import { Body, Controller, Get, Param, Put, Query, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { campaignIn, CampaignRequest } from './campaign-request.js';
import { referenceId } from './reference-answers.js';
import { ReferenceRegister } from './reference-register.js';
import { CampaignsView, CampaignView } from './reference-views.js';
import { VersionQuery } from './version-query.js';

/** Campaigns and how many people they reached, in versions. They are stated facts: no token is too narrow to read them. */
@ApiTags('references')
@Allow('analyst', 'planner')
@Controller('v1/campaigns')
export class CampaignsController {
  constructor(private readonly register: ReferenceRegister) {}

  /** Puts a campaign on record: 201; its next version, where the content is another, or the same again: 200. */
  @Put(':code')
  @Allow('planner')
  @ApiBody({ type: CampaignRequest })
  @ApiCreatedResponse({ type: CampaignView })
  @ApiOkResponse({ type: CampaignView, description: 'The next version, or the same again.' })
  put(
    @Param('code', referenceId) id: string,
    @Body(body(CampaignRequest)) request: CampaignRequest,
    @CurrentActor() actor: Actor,
    @StatedAt() statedAt: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CampaignView> {
    const stated = { kind: 'campaign', id, content: campaignIn(request) } as const;
    return this.register.put(stated, { actor, statedAt, reply });
  }

  /** One version, the latest unless said. */
  @Get(':code')
  @Example({ code: 'FUN-RUN-2015-31.71' })
  @ApiOkResponse({ type: CampaignView })
  one(
    @Param('code', referenceId) id: string,
    @Query(query(VersionQuery)) { version }: VersionQuery,
  ): Promise<CampaignView> {
    return this.register.one('campaign', id, version);
  }

  /** Latest versions, ascending by code. */
  @Get()
  @ApiOkResponse({ type: CampaignsView })
  list(@Query(query(PageQuery)) asked: PageQuery): Promise<Page<CampaignView>> {
    return this.register.list('campaign', asked);
  }
}
