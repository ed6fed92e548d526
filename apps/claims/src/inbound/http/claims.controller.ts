import { kinds } from '#libs/contracts';
import {
  Allow,
  Batcher,
  body,
  CurrentActor,
  CurrentCause,
  pageOf,
  placeAfter,
  Problem,
  query,
  StatedAt,
  uuid,
  type Actor,
  type FastifyReply,
  type Page,
  type RequestCause,
} from '#libs/http';
import { Clock, Ids } from '#libs/kernel';
import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { ClaimAnswer } from '../../use-cases/claims.js';
import { LookUpClaims } from '../../use-cases/look-up-claims.js';
import { SubmitClaim, type SubmitClaimCommand } from '../../use-cases/submit-claim.js';
import { answered } from './answered.js';
import { ClaimRequest, contentOf } from './claim-request.js';
import { ClaimsView, ClaimView, claimView } from './claim-view.js';
import { ClaimsQuery } from './claims-query.js';

/** Claims come in and are shown, to adjusters and within their regions. */
@ApiTags('claims')
@Allow('adjuster')
@Controller('v1/claims')
export class ClaimsController {
  private readonly submissions: Batcher<SubmitClaimCommand, ClaimAnswer>;

  constructor(
    submitClaim: SubmitClaim,
    private readonly lookUpClaims: LookUpClaims,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    this.submissions = new Batcher((batch) => submitClaim.handle(batch));
  }

  /** Takes a claim in: 201; the same claim again: 200. The claim counts as submitted when it is recorded. */
  @Post()
  @ApiBody({ type: ClaimRequest })
  @ApiCreatedResponse({ type: ClaimView })
  @ApiOkResponse({ type: ClaimView, description: 'It was sent before.' })
  async submit(
    @Body(body(ClaimRequest)) request: ClaimRequest,
    @CurrentActor() { regions, subject: by }: Actor,
    @StatedAt() statedAt: string | null,
    @CurrentCause() cause: RequestCause,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ClaimView> {
    const claimId = request.claimId?.toLowerCase() ?? this.ids.next();
    const recordedAt = this.clock.recordedAt(statedAt);
    const command = { ...contentOf(request), claimId, regions, by, recordedAt, cause };
    const { claim, isNew } = answered(await this.submissions.submit(command));
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

  /** The claims of the token's regions, newest first. */
  @Get()
  @ApiOkResponse({ type: ClaimsView })
  async list(
    @Query(query(ClaimsQuery)) asked: ClaimsQuery,
    @CurrentActor() { regions }: Actor,
  ): Promise<Page<ClaimView>> {
    const { limit, status = null, personId = null } = asked;
    const [after = null] = placeAfter(asked.after, [kinds.id.accepts]) ?? [];
    const claims = await this.lookUpClaims.list({ regions, limit: limit + 1, after, status, personId });
    return pageOf(claims.map(claimView), limit, ({ claimId }) => [claimId]);
  }
}
