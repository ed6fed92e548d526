import { kinds } from '#libs/contracts';
import {
  Allow,
  body,
  CurrentActor,
  pageOf,
  placeAfter,
  Problem,
  query,
  uuid,
  type Actor,
  type FastifyReply,
  type Page,
} from '#libs/http';
import { Clock, Ids } from '#libs/kernel';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { LookUpClaims } from '../../use-cases/look-up-claims.js';
import { SubmitClaim, type SubmitClaimCommand } from '../../use-cases/submit-claim.js';
import { ClaimDesk } from './claim-desk.js';
import { ClaimRequest, contentOf } from './claim-request.js';
import { ClaimsView, ClaimView, claimView } from './claim-view.js';
import { ClaimsQuery } from './claims-query.js';
import { CurrentStep, type Step } from './current-step.js';

/** Claims come in and are shown, to adjusters and within their regions. */
@ApiTags('claims')
@Allow('adjuster')
@Controller('v1/claims')
export class ClaimsController {
  private readonly submissions: ClaimDesk<SubmitClaimCommand>;

  constructor(
    submitClaim: SubmitClaim,
    private readonly lookUpClaims: LookUpClaims,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {
    this.submissions = new ClaimDesk(submitClaim);
  }

  /** Takes a claim in: 201; the same claim again: 200. The claim counts as submitted when it is recorded. */
  @Post()
  @ApiBody({ type: ClaimRequest })
  @ApiCreatedResponse({ type: ClaimView })
  @ApiOkResponse({ type: ClaimView, description: 'It was sent before.' })
  async submit(
    @Body(body(ClaimRequest)) request: ClaimRequest,
    @CurrentStep() step: Step,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClaimView> {
    const claimId = request.claimId?.toLowerCase() ?? this.ids.next();
    const { claim, isNew } = await this.submissions.take({ ...step, ...contentOf(request), claimId });
    void reply.code(isNew ? 201 : 200);
    return claimView(claim);
  }

  @Get(':id')
  @ApiOkResponse({ type: ClaimView })
  async one(@Param('id', uuid) claimId: string, @CurrentActor() { regions }: Actor): Promise<ClaimView> {
    const claim = await this.lookUpClaims.one(claimId, regions);
    if (claim === null) throw Problem.notFound();
    return claimView(claim);
  }

  /** The claims of the token's regions, newest first; with `overdue=true` those whose service time is over. */
  @Get()
  @ApiOkResponse({ type: ClaimsView })
  async list(
    @Query(query(ClaimsQuery)) asked: ClaimsQuery,
    @CurrentActor() { regions }: Actor,
  ): Promise<Page<ClaimView>> {
    const { limit, status = null, personId = null, overdue } = asked;
    const [after = null] = placeAfter(asked.after, [kinds.id.accepts]) ?? [];
    const wanted = { regions, limit: limit + 1, after, status, personId };
    const claims = await (overdue
      ? this.lookUpClaims.overdue(wanted, this.clock.today())
      : this.lookUpClaims.list(wanted));
    return pageOf(claims.map(claimView), limit, ({ claimId }) => [claimId]);
  }
}
