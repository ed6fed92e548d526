import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Allow, Problem } from '#libs/http';
import { LookUpRegisterEntry } from '../../use-cases/look-up-register-entry.js';
import { code } from './code-in-path.js';
import {
  AgentAnswer,
  ChannelAnswer,
  EmployerAnswer,
  EventAnswer,
  SponsorAnswer,
} from './register.answers.js';

/** An entry as it is shown: whatever it does not have, is null. */
const shown = <Answer extends object>(
  type: new () => Answer,
  code: string,
  entry: object | null,
  fields: readonly (keyof Answer & string)[],
): Answer => {
  if (entry === null) throw Problem.notFound();
  const all = { code, ...entry } as Readonly<Record<string, unknown>>;
  return Object.assign(new type(), Object.fromEntries(fields.map((field) => [field, all[field] ?? null])));
};

/** What stands in the registers. 404 for a code that nobody recorded in the one that is asked. */
@Controller('v1')
@Allow('officer')
export class RegisterEntriesController {
  constructor(private readonly entries: LookUpRegisterEntry) {}

  @Get('channels/:code')
  @ApiOperation({ summary: 'A channel, with the channels that are a part of it' })
  @ApiOkResponse({ type: ChannelAnswer })
  async channel(@Param('code', code) code: string): Promise<ChannelAnswer> {
    const entry = await this.entries.channel(code);
    const fields = ['code', 'name', 'kind', 'parent', 'contact', 'from', 'through', 'parts'] as const;
    return shown(ChannelAnswer, code, entry, fields);
  }

  @Get('agents/:code')
  @ApiOperation({ summary: 'An agent of a channel' })
  @ApiOkResponse({ type: AgentAnswer })
  async agent(@Param('code', code) code: string): Promise<AgentAnswer> {
    const entry = await this.entries.find('agent', code);
    return shown(AgentAnswer, code, entry, ['code', 'name', 'channelCode', 'from', 'through']);
  }

  @Get('sponsors/:code')
  @ApiOperation({ summary: 'Somebody who pays for others' })
  @ApiOkResponse({ type: SponsorAnswer })
  async sponsor(@Param('code', code) code: string): Promise<SponsorAnswer> {
    const entry = await this.entries.find('sponsor', code);
    const fields = ['code', 'name', 'kind', 'personMonths', 'regions', 'occupations'] as const;
    return shown(SponsorAnswer, code, entry, fields);
  }

  @Get('employers/:code')
  @ApiOperation({ summary: 'An employer' })
  @ApiOkResponse({ type: EmployerAnswer })
  async employer(@Param('code', code) code: string): Promise<EmployerAnswer> {
    const entry = await this.entries.find('employer', code);
    return shown(EmployerAnswer, code, entry, ['code', 'name', 'riskGroup', 'size', 'sector']);
  }

  @Get('events/:code')
  @ApiOperation({ summary: 'A campaign or an event' })
  @ApiOkResponse({ type: EventAnswer })
  async event(@Param('code', code) code: string): Promise<EventAnswer> {
    const entry = await this.entries.find('campaign', code);
    const days = ['code', 'name', 'channelCode', 'from', 'through', 'reached', 'plannedReach'] as const;
    return shown(EventAnswer, code, entry, [...days, 'place', 'organiser', 'payerKind', 'occupation']);
  }
}
