import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { CurrentActor } from '../access/access.guard.js';
import type { Actor } from '../access/actor.js';
import { Allow } from '../access/rules.js';
import { PageQuery, type Page } from '../answers/paging.js';
import { query } from '../validation/pipes.js';
import { ParkedOperations } from './parked-operations.js';
import { ParkedPageBody, type ParkedBody } from './parked.answers.js';

/** What a service that hears no outside senders has set aside: for operators alone. */
@Controller('v1/parked')
export class ParkedController extends ParkedOperations {
  /** The messages that wait, oldest first, without contents. */
  @Get()
  @Allow('operator')
  @ApiOperation({ summary: 'What was set aside, and why' })
  @ApiOkResponse({ type: ParkedPageBody })
  list(@Query(query(PageQuery)) asked: PageQuery, @CurrentActor() actor: Actor): Promise<Page<ParkedBody>> {
    return this.page(asked, actor, null);
  }
}
