import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { Allow, Batcher, body, CurrentCause, refusalOf, StatedAt, type RequestCause } from '#libs/http';
import { RecordRegisterEntry } from '../../use-cases/record-register-entry.js';
import type { RegisterCommand, RegisterOutcome } from '../../use-cases/registers.js';
import { code } from './code-in-path.js';
import {
  AgentRequest,
  ChannelRequest,
  EmployerRequest,
  EventRequest,
  SponsorRequest,
} from './register.requests.js';

const campaignOf = (
  stated: EventRequest,
): Extract<RegisterCommand['entry'], { readonly reached: number | null }> => {
  const { channelCode = null, from = null, through = null, reached = null, plannedReach = null } = stated;
  const { place = null, organiser = null, payerKind = null, occupation = null, name = null } = stated;
  return { channelCode, from, through, reached, plannedReach, place, organiser, payerKind, occupation, name };
};

type Stated = Pick<RegisterCommand, 'kind' | 'code' | 'entry'>;

/** The registers of channels, agents, sponsors, employers and events. The same entry again changes nothing. */
@Controller('v1')
@Allow('officer')
export class RegistersController {
  private readonly batcher: Batcher<RegisterCommand, RegisterOutcome>;

  constructor(recordEntry: RecordRegisterEntry) {
    this.batcher = new Batcher((batch) => recordEntry.handle(batch));
  }

  @Put('channels/:code')
  @ApiOperation({ summary: 'Enter a channel' })
  channel(
    @Param('code', code) code: string,
    @Body(body(ChannelRequest)) stated: ChannelRequest,
    @CurrentCause() cause: RequestCause,
    @StatedAt() recordedAt: string | null,
  ) {
    const { kind, parent = null, contact = null, from = null, through = null, name = null } = stated;
    const entry = { kind, parent, contact, from, through, name };
    return this.record({ kind: 'channel', code, entry }, cause, recordedAt);
  }

  @Put('agents/:code')
  @ApiOperation({ summary: 'Enter an agent of a channel' })
  agent(
    @Param('code', code) code: string,
    @Body(body(AgentRequest)) { channelCode, from = null, through = null, name = null }: AgentRequest,
    @CurrentCause() cause: RequestCause,
    @StatedAt() recordedAt: string | null,
  ) {
    const entry = { channelCode, from, through, name };
    return this.record({ kind: 'agent', code, entry }, cause, recordedAt);
  }

  @Put('sponsors/:code')
  @ApiOperation({ summary: 'Enter somebody who pays for others' })
  sponsor(
    @Param('code', code) code: string,
    @Body(body(SponsorRequest)) stated: SponsorRequest,
    @CurrentCause() cause: RequestCause,
    @StatedAt() recordedAt: string | null,
  ) {
    const { kind, personMonths = null, regions = null, occupations = null, name = null } = stated;
    const entry = { kind, personMonths, regions, occupations, name };
    return this.record({ kind: 'sponsor', code, entry }, cause, recordedAt);
  }

  @Put('employers/:code')
  @ApiOperation({ summary: 'Enter an employer' })
  employer(
    @Param('code', code) code: string,
    @Body(body(EmployerRequest)) stated: EmployerRequest,
    @CurrentCause() cause: RequestCause,
    @StatedAt() recordedAt: string | null,
  ) {
    const { riskGroup = null, size = null, sector = null, name = null } = stated;
    return this.record(
      { kind: 'employer', code, entry: { riskGroup, size, sector, name } },
      cause,
      recordedAt,
    );
  }

  @Put('events/:code')
  @ApiOperation({ summary: 'Enter a campaign or an event' })
  event(
    @Param('code', code) code: string,
    @Body(body(EventRequest)) stated: EventRequest,
    @CurrentCause() cause: RequestCause,
    @StatedAt() recordedAt: string | null,
  ) {
    return this.record({ kind: 'campaign', code, entry: campaignOf(stated) }, cause, recordedAt);
  }

  private async record(stated: Stated, cause: RequestCause, recordedAt: string | null): Promise<object> {
    const outcome = await this.batcher.submit({ ...cause, ...stated, recordedAt });
    if (outcome.kind === 'refused') throw refusalOf(outcome.reason);
    return { code: stated.code, ...stated.entry };
  }
}
