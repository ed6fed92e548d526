import { ApiProperty } from '@nestjs/swagger';
import type { ParkedContent, ParkedMessage, ParkedSummary, Reason } from '#libs/kernel';

/** A message that was set aside, without its contents. */
export class ParkedBody implements ParkedSummary {
  @ApiProperty() id!: string;
  @ApiProperty() topic!: string;
  @ApiProperty({ type: 'integer' }) partition!: number;
  @ApiProperty({ type: 'integer' }) offset!: number;
  @ApiProperty({ type: String, nullable: true }) key!: string | null;
  @ApiProperty({ type: String }) reason!: Reason;
  @ApiProperty({ description: 'What exactly was wrong, without contents.' }) detail!: string;
  @ApiProperty({ format: 'date-time' }) parkedAt!: string;
}

export class ParkedPageBody {
  @ApiProperty({ type: [ParkedBody] }) items!: readonly ParkedBody[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

/** Contents, with a placeholder such as `[nik-1]` for each number of a person. */
export class ParkedContentBody implements ParkedContent {
  @ApiProperty({ type: String, nullable: true }) key!: string | null;
  @ApiProperty({ type: Object, additionalProperties: { type: 'string' } })
  headers!: Readonly<Record<string, string>>;
  @ApiProperty({ type: String, nullable: true, description: 'Null is a tombstone.' }) value!: string | null;
}

export class ParkedCorrectionBody extends ParkedContentBody {
  @ApiProperty({ description: 'Who corrected it.' }) by!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
}

/** A message that was set aside, as an operator sees it. */
export class ParkedMessageBody extends ParkedBody implements ParkedMessage {
  @ApiProperty({ enum: ['waiting', 'retried', 'discarded'] }) status!: ParkedMessage['status'];
  @ApiProperty({ type: ParkedContentBody, description: 'As it lies in the log.' })
  content!: ParkedContentBody;
  @ApiProperty({ type: ParkedCorrectionBody, nullable: true, description: 'What is tried instead.' })
  correction!: ParkedCorrectionBody | null;
  @ApiProperty({ type: 'integer', description: 'How often it was tried again.' }) retries!: number;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) settledAt!: string | null;
  @ApiProperty({ type: String, nullable: true }) settledBy!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'The reason given for it.' }) note!:
    string | null;
}

/** What became of a parked message that was retried or discarded. */
export class ParkedSettledBody {
  @ApiProperty() id!: string;
  @ApiProperty({ enum: ['retried', 'discarded', 'waiting'], description: 'Waiting: refused again.' })
  status!: 'retried' | 'discarded' | 'waiting';
  @ApiProperty({ type: String, nullable: true, description: 'Why it was refused again.' })
  reason!: Reason | null;
  @ApiProperty({ type: String, nullable: true }) detail!: string | null;
  @ApiProperty({ type: 'integer', description: 'How many that waited behind it have gone through by now.' })
  followed!: number;
  @ApiProperty({ type: String, nullable: true, description: 'The one behind it that was refused.' })
  stoppedAt!: string | null;
}
