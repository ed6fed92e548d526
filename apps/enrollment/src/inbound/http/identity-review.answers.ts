import { ApiProperty } from '@nestjs/swagger';
import { Is, kinds } from '#libs/contracts';
import { REVIEW_VERDICTS, type ReviewVerdict } from '../../use-cases/identity-reviews.js';

/** What the officer found. */
export class SettleReviewRequest {
  /** same-person: the name is written otherwise. another-person: somebody else's NIK was stated; the membership ends. */
  @Is(kinds.oneOf(REVIEW_VERDICTS)) verdict!: ReviewVerdict;
}

/** A membership that waits for somebody to look who it belongs to. */
export class WaitingReviewAnswer {
  @ApiProperty({ format: 'uuid' }) membershipId!: string;
  @ApiProperty({ format: 'uuid' }) personId!: string;
  @ApiProperty({ type: [String], description: 'name, birth-date: in what it differs from what was known.' })
  differs!: readonly string[];
  @ApiProperty() channelCode!: string;
  @ApiProperty({ type: String, nullable: true }) residence!: string | null;
  @ApiProperty({ format: 'date-time' }) openedAt!: string;
  @ApiProperty({ enum: REVIEW_VERDICTS, nullable: true, description: 'Null while it waits.' })
  verdict!: string | null;
}

/** A page of the queue, the oldest first. */
export class WaitingReviewsAnswer {
  @ApiProperty({ type: [WaitingReviewAnswer] }) items!: readonly WaitingReviewAnswer[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

/** What was stated at one sign-up. */
export class StatedIdentityAnswer {
  @ApiProperty({ format: 'uuid' }) membershipId!: string;
  @ApiProperty() fullName!: string;
  @ApiProperty({ format: 'date' }) birthDate!: string;
  @ApiProperty({ format: 'date' }) registeredOn!: string;
}

/** A review with the names and birth dates to compare. */
export class ReviewInFullAnswer extends WaitingReviewAnswer {
  @ApiProperty({ type: [StatedIdentityAnswer], description: 'Under the same NIK, oldest first.' })
  stated!: readonly StatedIdentityAnswer[];
}
