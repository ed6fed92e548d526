import {
  Allow,
  body,
  CurrentActor,
  PageQuery,
  query,
  StatedAt,
  type Actor,
  type FastifyReply,
  type Page,
} from '#libs/http';
import { Body, Controller, Get, Param, Put, Query, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { areaIn, AreaRequest } from './area-request.js';
import { referenceId } from './reference-answers.js';
import { ReferenceRegister } from './reference-register.js';
import { AreasView, AreaView } from './reference-views.js';

/** Named sets of regions, such as those of a branch. */
@ApiTags('references')
@Allow('analyst', 'planner')
@Controller('v1/areas')
export class AreasController {
  constructor(private readonly register: ReferenceRegister) {}

  /** Puts a named set on record: 201; its next version, where the content is another, or the same again: 200. */
  @Put(':code')
  @Allow('planner')
  @ApiBody({ type: AreaRequest })
  @ApiCreatedResponse({ type: AreaView })
  @ApiOkResponse({ type: AreaView, description: 'The next version, or the same again.' })
  put(
    @Param('code', referenceId) id: string,
    @Body(body(AreaRequest)) request: AreaRequest,
    @CurrentActor() actor: Actor,
    @StatedAt() statedAt: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<AreaView> {
    const stated = { kind: 'area', id, content: areaIn(request) } as const;
    return this.register.put(stated, { actor, statedAt, reply });
  }

  /** Latest versions, ascending by code. */
  @Get()
  @ApiOkResponse({ type: AreasView })
  list(@Query(query(PageQuery)) asked: PageQuery): Promise<Page<AreaView>> {
    return this.register.list('area', asked);
  }
}
