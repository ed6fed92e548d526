import { Is, kinds } from '#libs/contracts';
import { Allow, CurrentActor, Problem, query, reaches, type Actor } from '#libs/http';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { StateBill, type BilledMonth } from '../../use-cases/state-bill.js';

export class BillQuery {
  @ApiPropertyOptional({ description: 'The last month to bill; this month unless said.' })
  @IsOptional()
  @Is(kinds.month)
  through?: string;
}

export class BilledMonthBody {
  @ApiProperty() month!: string;
  @ApiProperty({ description: 'Rupiah.' }) amount!: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'Rupiah by programme.',
  })
  amounts!: BilledMonth['amounts'];
  @ApiProperty({ format: 'date' }) dueOn!: string;
}

/** The unpaid months of a membership. */
export class BillBody {
  @ApiProperty() paymentCode!: string;
  @ApiProperty({ format: 'uuid' }) membershipId!: string;
  @ApiProperty() through!: string;
  @ApiProperty({ description: 'Rupiah for all of the months.' }) amount!: number;
  @ApiProperty({ type: [BilledMonthBody] }) months!: readonly BilledMonthBody[];
}

/** What there is to pay. */
@ApiTags('bills')
@Allow('gateway', 'officer')
@Controller('v1/bills')
export class BillsController {
  constructor(private readonly stateBill: StateBill) {}

  /** The unpaid months with their amounts and due dates. 404 for a code that is not known, 422 where nothing is billed yet. */
  @Get(':paymentCode')
  @ApiOkResponse({ type: BillBody })
  async bill(
    @Param('paymentCode') paymentCode: string,
    @Query(query(BillQuery)) { through }: BillQuery,
    @CurrentActor() actor: Actor,
  ): Promise<BillBody> {
    const bill = await this.stateBill.find(paymentCode, through ?? null);
    const maySee = actor.roles.includes('gateway') || (bill !== null && reaches(actor, bill.residence));
    if (bill === null || !maySee) throw Problem.notFound();
    if (typeof bill.months === 'string') throw Problem.refused([bill.months]);
    return {
      paymentCode,
      membershipId: bill.membershipId,
      through: bill.through,
      amount: bill.months.reduce((sum, { totalRupiah }) => sum + totalRupiah, 0),
      months: bill.months.map(({ month, totalRupiah, amounts, dueOn }) => ({
        month,
        amount: totalRupiah,
        amounts,
        dueOn,
      })),
    };
  }
}
