import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiUnprocessableEntityResponse } from '@nestjs/swagger';
import {
  Allow,
  body,
  CurrentActor,
  CurrentCause,
  Problem,
  reaches,
  StatedAt,
  type Actor,
  type RequestCause,
} from '#libs/http';
import {
  InsureParticipantsOfEvent,
  type ParticipantList,
} from '../../use-cases/insure-participants-of-event.js';
import { LookUpEvent } from '../../use-cases/look-up-event.js';
import { code } from './code-in-path.js';
import { ConversionAnswer, ParticipantsAnswer } from './event.answers.js';
import { ParticipantsRequest } from './participant.requests.js';

type InsuredEvent = ParticipantList['event'];

/** Cover for the days of a contest: for officers, and for the channel of the event. */
@Controller('v1/events/:code')
@Allow('officer', 'channel')
export class EventsController {
  constructor(
    private readonly events: LookUpEvent,
    private readonly insure: InsureParticipantsOfEvent,
  ) {}

  /**
   * Insures those who take part on the days of the event, paid by its organiser; cover begins and ends by itself. Who is
   * covered on all of these days already is answered with `already-covered` and not paid for twice.
   * 200 with an answer for each; 404 for an event that nobody entered; 422 while its days or organiser are missing.
   */
  @Post('participants')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Insure those who take part in an event' })
  @ApiOkResponse({ type: ParticipantsAnswer })
  async participants(
    @Param('code', code) eventCode: string,
    @Body(body(ParticipantsRequest)) { participants, submittedAt }: ParticipantsRequest,
    @CurrentActor() actor: Actor,
    @CurrentCause() cause: RequestCause,
    @StatedAt() recordedAt: string | null,
  ): Promise<ParticipantsAnswer> {
    const event = await this.own(eventCode, actor);
    const isChannel = isItsChannel(event, actor);
    if (!isChannel && participants.some(({ residence = null }) => !reaches(actor, residence)))
      throw Problem.forbidden('outside-regions');
    const results = await this.insure.handle({ event, participants, submittedAt, recordedAt, cause });
    const accepted = results.filter((one) => one.status === 'accepted');
    const alreadyCovered = accepted.filter(({ warnings }) => warnings.includes('already-covered')).length;
    return {
      event: event.code,
      insured: accepted.length - alreadyCovered,
      alreadyCovered,
      refused: results.length - accepted.length,
      participants: results,
    };
  }

  /** How many of those who were insured went on by themselves, as far as is known today. */
  @Get('conversion')
  @ApiOperation({ summary: 'How many went on by themselves after an event' })
  @ApiOkResponse({ type: ConversionAnswer })
  @ApiUnprocessableEntityResponse({ description: 'Its days or its organiser are missing.' })
  async conversion(
    @Param('code', code) eventCode: string,
    @CurrentActor() actor: Actor,
  ): Promise<ConversionAnswer> {
    return this.events.conversionOf(await this.own(eventCode, actor));
  }

  private async own(eventCode: string, actor: Actor): Promise<InsuredEvent> {
    const event = await this.events.find(eventCode);
    if (event === 'unknown') throw Problem.notFound();
    if (event === 'not-insurable') {
      if (!actor.roles.includes('officer')) throw Problem.notFound();
      throw Problem.refused(['event-not-insurable']);
    }
    if (!actor.roles.includes('officer') && !isItsChannel(event, actor)) throw Problem.notFound();
    return event;
  }
}

const isItsChannel = ({ channelCode }: InsuredEvent, actor: Actor): boolean =>
  actor.roles.includes('channel') && actor.channel === channelCode;
