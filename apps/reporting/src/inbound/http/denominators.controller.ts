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
import { denominatorIn, DenominatorRequest } from './denominator-request.js';
import { referenceId } from './reference-answers.js';
import { ReferenceRegister } from './reference-register.js';
import { DenominatorsView, DenominatorView } from './reference-views.js';
import { VersionQuery } from './version-query.js';

/** Published counts of people, in versions. They are published facts: no token is too narrow to read them. */
@ApiTags('references')
@Allow('analyst', 'planner')
@Controller('v1/denominators')
export class DenominatorsController {
  constructor(private readonly register: ReferenceRegister) {}

  /** Puts a count on record: 201; its next version, where the content is another, or the same again: 200. */
  @Put(':id')
  @Allow('planner')
  @ApiBody({ type: DenominatorRequest })
  @ApiCreatedResponse({ type: DenominatorView })
  @ApiOkResponse({ type: DenominatorView, description: 'The next version, or the same again.' })
  put(
    @Param('id', referenceId) id: string,
    @Body(body(DenominatorRequest)) request: DenominatorRequest,
    @CurrentActor() actor: Actor,
    @StatedAt() statedAt: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DenominatorView> {
    const stated = { kind: 'denominator', id, content: denominatorIn(request) } as const;
    return this.register.put(stated, { actor, statedAt, reply });
  }

  /** One version, the latest unless said. */
  @Get(':id')
  @Example({ id: 'solo-working-population-2024' })
  @ApiOkResponse({ type: DenominatorView })
  one(
    @Param('id', referenceId) id: string,
    @Query(query(VersionQuery)) { version }: VersionQuery,
  ): Promise<DenominatorView> {
    return this.register.one('denominator', id, version);
  }

  /** Latest versions, ascending by id. */
  @Get()
  @ApiOkResponse({ type: DenominatorsView })
  list(@Query(query(PageQuery)) asked: PageQuery): Promise<Page<DenominatorView>> {
    return this.register.list('denominator', asked);
  }
}
