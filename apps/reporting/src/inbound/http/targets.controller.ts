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
import { targetIn, TargetRequest } from './target-request.js';
import { referenceId } from './reference-answers.js';
import { ReferenceRegister } from './reference-register.js';
import { TargetsView, TargetView } from './reference-views.js';
import { VersionQuery } from './version-query.js';

/** Published aims, in versions. They are published facts: no token is too narrow to read them. */
@ApiTags('references')
@Allow('analyst', 'planner')
@Controller('v1/targets')
export class TargetsController {
  constructor(private readonly register: ReferenceRegister) {}

  /** Puts an aim on record: 201; its next version, where the content is another, or the same again: 200. */
  @Put(':id')
  @Allow('planner')
  @ApiBody({ type: TargetRequest })
  @ApiCreatedResponse({ type: TargetView })
  @ApiOkResponse({ type: TargetView, description: 'The next version, or the same again.' })
  put(
    @Param('id', referenceId) id: string,
    @Body(body(TargetRequest)) request: TargetRequest,
    @CurrentActor() actor: Actor,
    @StatedAt() statedAt: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TargetView> {
    const stated = { kind: 'target', id, content: targetIn(request) } as const;
    return this.register.put(stated, { actor, statedAt, reply });
  }

  /** One version, the latest unless said. */
  @Get(':id')
  @Example({ id: 'solo-coverage-target-2024' })
  @ApiOkResponse({ type: TargetView })
  one(
    @Param('id', referenceId) id: string,
    @Query(query(VersionQuery)) { version }: VersionQuery,
  ): Promise<TargetView> {
    return this.register.one('target', id, version);
  }

  /** Latest versions, ascending by id. */
  @Get()
  @ApiOkResponse({ type: TargetsView })
  list(@Query(query(PageQuery)) asked: PageQuery): Promise<Page<TargetView>> {
    return this.register.list('target', asked);
  }
}
