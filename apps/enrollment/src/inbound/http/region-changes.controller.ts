import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { Is, kinds } from '#libs/contracts';
import {
  Allow,
  body,
  CurrentActor,
  CurrentCause,
  part,
  Problem,
  reaches,
  refusalOf,
  StatedAt,
  type Actor,
  type RequestCause,
} from '#libs/http';
import { MoveMembersWhenRegionChanges } from '../../use-cases/move-members-when-region-changes.js';
import { DayTimer } from '../timer/day.timer.js';

const RESIDENCE_CHARACTERS_MAX = 13;
const residence = part(kinds.text(RESIDENCE_CHARACTERS_MAX));

/** What a code became. */
export class RegionChangeRequest {
  /** A code of the list; of a village that was split, its district. */
  @Is(kinds.region) becomes!: string;
  /** The first day on which it is so; without it always: the code was never in the list. */
  @IsOptional() @Is(kinds.day) from?: string | null;
}

/** A code of residence that stands for another one. */
export class RegionChangeAnswer {
  @ApiProperty() code!: string;
  @ApiProperty() becomes!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) from!: string | null;
}

/** All codes that became others. */
export class RegionChangesAnswer {
  @ApiProperty({ type: [RegionChangeAnswer] }) changes!: readonly RegionChangeAnswer[];
}

/** Regions that were split, merged or renumbered, and unknown codes that are understood. */
@Controller('v1/region-changes')
@Allow('officer')
export class RegionChangesController {
  constructor(
    private readonly moveMembers: MoveMembersWhenRegionChanges,
    private readonly timer: DayTimer,
  ) {}

  @Get()
  @ApiOperation({ summary: 'What codes of residence became' })
  @ApiOkResponse({ type: RegionChangesAnswer })
  async list(): Promise<RegionChangesAnswer> {
    const changes = await this.moveMembers.all();
    return { changes: changes.map(({ code, becomes, from }) => ({ code, becomes, from })) };
  }

  /**
   * Says what a code became. Whoever has stated it is moved, from the day on, without another word of the channel; whoever
   * states it from now on is taken for living there. The same again changes nothing; another region for it is a 422.
   */
  @Put(':code')
  @ApiOperation({ summary: 'Say what a code of residence became' })
  @ApiOkResponse({ type: RegionChangeAnswer })
  async record(
    @Param('code', residence) code: string,
    @Body(body(RegionChangeRequest)) { becomes, from = null }: RegionChangeRequest,
    @CurrentActor() actor: Actor,
    @CurrentCause() cause: RequestCause,
    @StatedAt() recordedAt: string | null,
  ): Promise<RegionChangeAnswer> {
    if (!reaches(actor, becomes)) throw Problem.forbidden('outside-regions');
    const change = { code, becomes, from };
    const outcome = await this.moveMembers.record({ ...cause, change, recordedAt });
    if (outcome.kind === 'refused') throw refusalOf(outcome.reason);
    this.timer.regionChanged();
    return change;
  }
}
