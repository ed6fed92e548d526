import { Allow, CurrentActor, Problem, reaches, uuid, type Actor } from '#libs/http';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Views, type StatementEntry } from '../../use-cases/views.js';
import { PayerBody } from './payer-body.js';

/** Something that was paid. */
export class StatementEntryBody {
  @ApiProperty({ format: 'uuid' }) contributionId!: string;
  @ApiProperty() gateway!: string;
  @ApiProperty() paymentId!: string;
  @ApiProperty({ type: [String], description: 'Empty for event cover.' }) months!: readonly string[];
  @ApiProperty({ format: 'date' }) from!: string;
  @ApiProperty({ format: 'date' }) through!: string;
  @ApiProperty({ description: 'Rupiah.' }) amount!: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'Rupiah by programme.',
  })
  amounts!: StatementEntry['amounts'];
  @ApiProperty({ type: PayerBody }) payer!: PayerBody;
  @ApiProperty({ format: 'date-time' }) paidAt!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) reversedAt!: string | null;
}

/** What was paid for a membership, the oldest cover first. */
export class StatementBody {
  @ApiProperty({ format: 'uuid' }) membershipId!: string;
  @ApiProperty({ type: [StatementEntryBody] }) entries!: readonly StatementEntryBody[];
}

const entryBody = ({ amountRupiah, ...entry }: StatementEntry): StatementEntryBody => ({
  ...entry,
  amount: amountRupiah,
});

/** What was paid, by whom, for which month. */
@ApiTags('memberships')
@Allow('officer')
@Controller('v1/memberships')
export class StatementsController {
  constructor(private readonly views: Views) {}

  /** The statement of a membership, to officers of its region; 404 for everybody else. */
  @Get(':id/statement')
  @ApiOkResponse({ type: StatementBody })
  async statement(
    @Param('id', uuid) membershipId: string,
    @CurrentActor() actor: Actor,
  ): Promise<StatementBody> {
    const statement = await this.views.statement(membershipId);
    if (statement === null || !reaches(actor, statement.residence)) throw Problem.notFound();
    return { membershipId, entries: statement.entries.map(entryBody) };
  }
}
