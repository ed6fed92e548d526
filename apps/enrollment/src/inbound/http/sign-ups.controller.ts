import { Body, Controller, Get, HttpStatus, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { signUpSubmitted, SignUpSubmitted } from '#libs/contracts';
import {
  Allow,
  Batcher,
  contentOf,
  CurrentActor,
  CurrentCause,
  Problem,
  query,
  StatedAt,
  uuid,
  type Actor,
  type FastifyReply,
  type RequestCause,
} from '#libs/http';
import { LookUpSignUp } from '../../use-cases/look-up-sign-up.js';
import { RegisterMemberWhenSignedUp } from '../../use-cases/register-member-when-signed-up.js';
import type { SignUpCommand, SignUpOutcome } from '../../use-cases/sign-ups.js';
import { mayNotSend, maySee } from './sign-up.access.js';
import { answerTo, SignUpAnswer, SignUpQuery, SignUpStatus } from './sign-up.answers.js';

@Controller('v1/sign-ups')
@Allow('channel', 'officer')
export class SignUpsController {
  private readonly batcher: Batcher<SignUpCommand, SignUpOutcome>;

  constructor(
    private readonly registerMember: RegisterMemberWhenSignedUp,
    private readonly signUps: LookUpSignUp,
  ) {
    this.batcher = new Batcher((batch) => registerMember.handle(batch));
  }

  /**
   * Signs somebody up. 201 with the membership, new or already there; 200 when the same was answered before;
   * 409 when the id was used with other content; 422 with every reason for a refusal.
   * `dryRun=true` applies all rules and stores nothing: then 200 instead of 201.
   */
  @Post()
  @ApiOperation({ summary: 'Sign somebody up' })
  @ApiBody({ type: SignUpSubmitted })
  @ApiCreatedResponse({ type: SignUpAnswer })
  @ApiOkResponse({ type: SignUpAnswer, description: 'A repeat, or a dry run.' })
  async signUp(
    @Body(contentOf(signUpSubmitted)) data: SignUpSubmitted,
    @Query(query(SignUpQuery)) { dryRun }: SignUpQuery,
    @CurrentActor() actor: Actor,
    @CurrentCause() cause: RequestCause,
    @StatedAt() recordedAt: string | null,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignUpAnswer> {
    const reason = mayNotSend(actor, data);
    if (reason !== null) throw Problem.forbidden(reason);
    const command = { ...cause, data, recordedAt };
    const outcome = await (dryRun ? this.registerMember.tryOut(command) : this.batcher.submit(command));
    const isCreated = outcome.answer === 'new' && !dryRun;
    void reply.status(isCreated ? HttpStatus.CREATED : HttpStatus.OK);
    return answerTo(data.signUpId, outcome, dryRun);
  }

  /** What became of a sign-up: to its own channel, and to officers of its region; 404 for everybody else. */
  @Get(':signUpId')
  @ApiOperation({ summary: 'What became of a sign-up' })
  @ApiOkResponse({ type: SignUpStatus })
  async status(
    @Param('signUpId', uuid) signUpId: string,
    @CurrentActor() actor: Actor,
  ): Promise<SignUpStatus> {
    const found = await this.signUps.find(signUpId);
    if (found === null || !maySee(actor, found)) throw Problem.notFound();
    return { signUpId, ...found.standing };
  }
}
