import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import {
  Allow,
  CurrentActor,
  ParkedOperations,
  ParkedPageBody,
  ParkedQuery,
  query,
  type Actor,
  type Page,
  type ParkedBody,
} from '#libs/http';

/** What was set aside: all of it for operators, its own for a channel. */
@Controller('v1/parked')
export class ParkedController extends ParkedOperations {
  /** The messages that wait, oldest first, without contents; with `mine=true` those that the channel sent. */
  @Get()
  @Allow('operator', 'channel')
  @ApiOperation({ summary: 'What was set aside, and why' })
  @ApiOkResponse({ type: ParkedPageBody })
  list(
    @Query(query(ParkedQuery)) asked: ParkedQuery,
    @CurrentActor() actor: Actor,
  ): Promise<Page<ParkedBody>> {
    return this.page(asked, actor, 'channel');
  }
}
