import { Allow, PageQuery, pageOf, placeAfter, query, type Page } from '#libs/http';
import type { Reason } from '#libs/kernel';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Views, type OwedLine } from '../../use-cases/views.js';
import { PayerBody } from './payer-body.js';

/** Money that is owed to its payer. */
export class OwedBody {
  @ApiProperty() id!: string;
  @ApiProperty() gateway!: string;
  @ApiProperty() paymentId!: string;
  @ApiProperty({ description: 'The line of the payment, counted from 0.' }) line!: number;
  @ApiProperty({ enum: ['unmatched', 'refused'] }) status!: string;
  @ApiProperty({ type: [String] }) reasons!: readonly Reason[];
  @ApiProperty({ description: 'Rupiah.' }) amount!: number;
  @ApiProperty({ type: String, nullable: true }) paymentCode!: string | null;
  @ApiProperty({ type: PayerBody }) payer!: PayerBody;
  @ApiProperty({ format: 'date-time' }) settledAt!: string;
}

export class OwedPageBody {
  @ApiProperty({ type: [OwedBody] }) items!: readonly OwedBody[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

const INDEX = /^\d{1,5}$/;

const owedBody = (owed: OwedLine): OwedBody => ({
  id: Buffer.from(JSON.stringify([owed.gateway, owed.paymentId, owed.index])).toString('base64url'),
  gateway: owed.gateway,
  paymentId: owed.paymentId,
  line: owed.index,
  status: owed.status,
  reasons: [owed.reason],
  amount: owed.amountRupiah,
  paymentCode: owed.paymentCode,
  payer: owed.payer,
  settledAt: owed.settledAt,
});

/** Money without a home: what waits for a membership, and what was refused. */
@ApiTags('ledger')
@Allow('officer')
@Controller('v1/unmatched')
export class UnmatchedController {
  constructor(private readonly views: Views) {}

  /** The lines whose money is owed, by gateway, payment and line. */
  @Get()
  @ApiOkResponse({ type: OwedPageBody })
  async list(@Query(query(PageQuery)) { limit, after }: PageQuery): Promise<Page<OwedBody>> {
    const place = placeAfter(after, [() => true, () => true, (text) => INDEX.test(text)]);
    const [gateway = '', paymentId = '', index = '0'] = place ?? [];
    const from = place && { key: { gateway, paymentId }, index: Number(index) };
    const owed = (await this.views.owed(from, limit + 1)).map(owedBody);
    return pageOf(owed, limit, (one) => [one.gateway, one.paymentId, String(one.line)]);
  }
}
