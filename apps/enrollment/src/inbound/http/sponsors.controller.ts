import { Body, Controller, Get, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
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
import { EnrolMembersOfSponsor } from '../../use-cases/enrol-members-of-sponsor.js';
import { LookUpSponsor } from '../../use-cases/look-up-sponsor.js';
import { code } from './code-in-path.js';
import { budgetAnswer, sponsoredAnswer } from './sponsor.views.js';
import { BudgetAnswer, SponsoredAnswer, SponsoredConversionAnswer } from './sponsor.answers.js';
import { SponsoredRequest } from './sponsored.requests.js';

/** Cover that somebody else pays for: for officers, and for the sponsor itself as a channel. */
@Controller('v1/sponsors/:code')
@Allow('officer', 'channel')
export class SponsorsController {
  constructor(
    private readonly sponsors: LookUpSponsor,
    private readonly enrol: EnrolMembersOfSponsor,
  ) {}

  /**
   * Enrols a list for some months. The months of all who are new are reserved, or nobody is enrolled: 422
   * `budget-overdrawn`. 200 with an answer for each; 404 for a sponsor that nobody entered; 422 without a grant.
   */
  @Post('members')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Enrol people whom a sponsor pays for' })
  @ApiOkResponse({ type: SponsoredAnswer })
  async members(
    @Param('code', code) sponsor: string,
    @Body(body(SponsoredRequest)) list: SponsoredRequest,
    @CurrentActor() actor: Actor,
    @CurrentCause() cause: RequestCause,
    @StatedAt() recordedAt: string | null,
  ): Promise<SponsoredAnswer> {
    const { kind, budget, eligible } = await this.own(sponsor, actor);
    if (budget === null) throw Problem.refused(['grant-missing']);
    const { members, submittedAt, from, months } = list;
    const isSponsor = isItself(sponsor, actor);
    if (!isSponsor && members.some(({ residence = null }) => !reaches(actor, residence)))
      throw Problem.forbidden('outside-regions');
    const sponsorship = { code: sponsor, kind, from, months, eligible };
    const enrolled = await this.enrol.handle({ sponsorship, members, submittedAt, recordedAt, cause });
    if (enrolled.kind === 'overdrawn')
      throw Problem.refused(['budget-overdrawn'], [], budgetAnswer(sponsor, enrolled.budget));
    return sponsoredAnswer(sponsor, enrolled);
  }

  /** How many person-months were granted, and how many are left. */
  @Get('budget')
  @ApiOperation({ summary: 'The person-months of a sponsor' })
  @ApiOkResponse({ type: BudgetAnswer })
  async budget(@Param('code', code) sponsor: string, @CurrentActor() actor: Actor): Promise<BudgetAnswer> {
    return { ...budgetAnswer(sponsor, (await this.own(sponsor, actor)).budget) };
  }

  /** What became of those whom the sponsor paid for, once its months were over. */
  @Get('conversion')
  @ApiOperation({ summary: 'How many of those whom a sponsor paid for went on by themselves' })
  @ApiOkResponse({ type: SponsoredConversionAnswer })
  async conversion(
    @Param('code', code) sponsor: string,
    @CurrentActor() actor: Actor,
  ): Promise<SponsoredConversionAnswer> {
    await this.own(sponsor, actor);
    return this.sponsors.conversionOf(sponsor);
  }

  private async own(sponsor: string, actor: Actor) {
    const found = await this.sponsors.find(sponsor);
    if (found === null || !(actor.roles.includes('officer') || isItself(sponsor, actor)))
      throw Problem.notFound();
    return found;
  }
}

const isItself = (sponsor: string, actor: Actor): boolean =>
  actor.roles.includes('channel') && actor.channel === sponsor;
