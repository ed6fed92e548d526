import { Is, kinds } from '#libs/contracts';
import { Allow, CurrentActor, Problem, query, reaches, type Actor } from '#libs/http';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { StateBill } from '../../use-cases/state-bill.js';
import { BillBody, billBody } from './bill-views.js';

export class BillQuery {
  @ApiPropertyOptional({ description: 'The last month to bill; this month unless said.' })
  @IsOptional()
  @Is(kinds.month)
  through?: string;
}

/** What there is to pay. */
@ApiTags('bills')
@Allow('gateway', 'officer')
@Controller('v1/bills')
export class BillsController {
  constructor(private readonly stateBill: StateBill) {}

  /**
   * The unpaid months with their due dates, and how each amount comes about, rule by rule. 404 for a code that is not known,
   * 422 where nothing is billed yet.
   */
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
    if (typeof bill.billed === 'string') throw Problem.refused([bill.billed]);
    return billBody(paymentCode, bill, bill.billed);
  }
}
