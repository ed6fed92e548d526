import { Body, Controller, Get, HttpCode, HttpStatus, Param, Patch, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { MemberChanges } from '#libs/contracts';
import {
  Allow,
  Batcher,
  body,
  CurrentActor,
  CurrentCause,
  Problem,
  reaches,
  refusalOf,
  StatedAt,
  uuid,
  type Actor,
  type RequestCause,
} from '#libs/http';
import { ChangeMembership } from '../../use-cases/change-membership.js';
import { LookUpMembership } from '../../use-cases/look-up-membership.js';
import type { MembershipCommand, MembershipOutcome } from '../../use-cases/memberships.js';
import { MembershipAnswer } from './membership.answer.js';
import { ChangeRequest, EndRequest } from './membership.requests.js';

type Changes = Extract<MembershipCommand['asks'], { readonly kind: 'change' }>['changes'];

const stated = ({ payer, ...changes }: MemberChanges): Changes => {
  const present = Object.entries(changes).filter(([, value]) => value != null);
  return {
    ...Object.fromEntries(present),
    ...(payer && { payer: { kind: payer.kind, code: payer.code ?? null } }),
  };
};

/** Officers see and change the memberships of people who live in their regions; others are not there for them. */
@Controller('v1/memberships')
@Allow('officer')
export class MembershipsController {
  private readonly batcher: Batcher<MembershipCommand, MembershipOutcome>;

  constructor(
    changeMembership: ChangeMembership,
    private readonly memberships: LookUpMembership,
  ) {
    this.batcher = new Batcher((batch) => changeMembership.handle(batch));
  }

  @Get(':membershipId')
  @ApiOperation({ summary: 'A membership, with the terms in force today' })
  @ApiOkResponse({ type: MembershipAnswer })
  async read(
    @Param('membershipId', uuid) id: string,
    @CurrentActor() actor: Actor,
  ): Promise<MembershipAnswer> {
    const found = await this.memberships.find(id);
    if (found === null || !reaches(actor, found.residence)) throw Problem.notFound();
    return found;
  }

  /** Changes terms from a day on. What is so already changes nothing; 422 for what a rule forbids. */
  @Patch(':membershipId')
  @ApiOperation({ summary: 'Change the terms of a membership from a day on' })
  @ApiOkResponse({ type: MembershipAnswer })
  async change(
    @Param('membershipId', uuid) membershipId: string,
    @Body(body(ChangeRequest)) { effectiveOn, changes }: ChangeRequest,
    @CurrentActor() actor: Actor,
    @CurrentCause() cause: RequestCause,
    @StatedAt() recordedAt: string | null,
  ): Promise<MembershipAnswer> {
    const asks = { kind: 'change', effectiveOn, changes: stated(changes) } as const;
    return this.submit({ ...cause, membershipId, recordedAt, asks }, actor);
  }

  /** Ends a membership, once; the same again changes nothing, another end is a 422. */
  @Post(':membershipId/end')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'End a membership' })
  @ApiOkResponse({ type: MembershipAnswer })
  async end(
    @Param('membershipId', uuid) membershipId: string,
    @Body(body(EndRequest)) { endedOn, reason }: EndRequest,
    @CurrentActor() actor: Actor,
    @CurrentCause() cause: RequestCause,
    @StatedAt() recordedAt: string | null,
  ): Promise<MembershipAnswer> {
    return this.submit({ ...cause, membershipId, recordedAt, asks: { kind: 'end', endedOn, reason } }, actor);
  }

  private async submit(command: MembershipCommand, actor: Actor): Promise<MembershipAnswer> {
    await this.read(command.membershipId, actor);
    const outcome = await this.batcher.submit(command);
    if (outcome.kind === 'refused') throw refusalOf(outcome.reason);
    const after = await this.memberships.view(outcome.membership);
    if (after === null) throw Problem.notFound();
    return after;
  }
}
