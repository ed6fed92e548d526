import { Body, Controller, Get, Header, HttpCode, HttpStatus, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { kinds } from '#libs/contracts';
import {
  Allow,
  Batcher,
  body,
  CurrentActor,
  CurrentCause,
  PageQuery,
  pageOf,
  placeAfter,
  Problem,
  query,
  reaches,
  refusalOf,
  StatedAt,
  uuid,
  type Actor,
  type RequestCause,
} from '#libs/http';
import type { ReviewCommand, WaitingReview } from '../../use-cases/identity-reviews.js';
import { LookUpIdentityReviews } from '../../use-cases/look-up-identity-reviews.js';
import { SettleIdentityReview } from '../../use-cases/settle-identity-review.js';
import {
  ReviewInFullAnswer,
  SettleReviewRequest,
  WaitingReviewAnswer,
  WaitingReviewsAnswer,
} from './identity-review.answers.js';
import { LOOK_RETRY_AFTER_SECONDS } from './look-limit.js';

type Outcome = Awaited<ReturnType<SettleIdentityReview['handle']>>[number];

/** Memberships that were registered under a NIK which somebody with another name or birth date had: for officers. */
@Controller('v1/identity-reviews')
@Allow('officer')
export class IdentityReviewsController {
  private readonly batcher: Batcher<ReviewCommand, Outcome>;

  constructor(
    private readonly reviews: LookUpIdentityReviews,
    settleReview: SettleIdentityReview,
  ) {
    this.batcher = new Batcher((batch) => settleReview.handle(batch));
  }

  /** What waits in the regions of the token, the oldest first; nothing in it identifies anybody. */
  @Get()
  @ApiOperation({ summary: 'Memberships whose holder is not certain' })
  @ApiOkResponse({ type: WaitingReviewsAnswer })
  async waiting(
    @Query(query(PageQuery)) { limit, after }: PageQuery,
    @CurrentActor() { regions }: Actor,
  ): Promise<WaitingReviewsAnswer> {
    const [openedAt, membershipId] = placeAfter(after, [kinds.instant.accepts, kinds.id.accepts]) ?? [];
    const place = openedAt === undefined || membershipId === undefined ? null : { openedAt, membershipId };
    const rows = await this.reviews.waiting(regions, place, limit + 1);
    return pageOf(rows, limit, (row) => [row.openedAt, row.membershipId]);
  }

  /** The names and birth dates to compare. Each look is put on record; 429 for more than work at a counter needs. */
  @Get(':membershipId')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'What was stated under the NIK of a membership' })
  @ApiOkResponse({ type: ReviewInFullAnswer })
  async inFull(
    @Param('membershipId', uuid) membershipId: string,
    @CurrentActor() actor: Actor,
  ): Promise<ReviewInFullAnswer> {
    const review = await this.reviews.inFull(await this.own(membershipId, actor), actor.subject);
    if (review === 'too-many') throw Problem.tooMany(LOOK_RETRY_AFTER_SECONDS);
    return review;
  }

  /** Settles a review, once: the same again changes nothing, another finding is a 422. */
  @Post(':membershipId/settle')
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Say who a membership belongs to' })
  @ApiOkResponse({ type: WaitingReviewAnswer })
  async settle(
    @Param('membershipId', uuid) membershipId: string,
    @Body(body(SettleReviewRequest)) { verdict }: SettleReviewRequest,
    @CurrentActor() actor: Actor,
    @CurrentCause() cause: RequestCause,
    @StatedAt() recordedAt: string | null,
  ): Promise<WaitingReviewAnswer> {
    const review = await this.own(membershipId, actor);
    const command = { ...cause, membershipId, verdict, actor: actor.subject, recordedAt };
    const outcome = await this.batcher.submit(command);
    if (outcome.kind === 'refused') throw refusalOf(outcome.reason);
    return { ...review, verdict };
  }

  private async own(membershipId: string, actor: Actor): Promise<WaitingReview> {
    const found = await this.reviews.find(membershipId);
    if (found === null || !reaches(actor, found.residence)) throw Problem.notFound();
    return found;
  }
}
