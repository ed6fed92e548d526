import { Allow, PageQuery, pageOf, placeAfter, Problem, query, type Page } from '#libs/http';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { Views } from '../../use-cases/views.js';

/** What went through an account, in rupiah. */
export class LedgerAccountBody {
  @ApiProperty({ example: 'contributions:JKK' }) account!: string;
  @ApiProperty() debits!: number;
  @ApiProperty() credits!: number;
  @ApiProperty({ description: 'Debits less credits.' }) balance!: number;
}

export class LedgerAccountsBody {
  @ApiProperty({ type: [LedgerAccountBody] }) items!: readonly LedgerAccountBody[];
  @ApiProperty({ type: String, nullable: true }) next!: string | null;
}

export class LedgerProofBody {
  @ApiProperty({ description: 'Rupiah, added up from all entries.' }) debits!: number;
  @ApiProperty({ description: 'Rupiah, added up from all entries.' }) credits!: number;
  @ApiProperty() balanced!: boolean;
}

/** The ledger in double entry: `cash:<gateway>`, `contributions:<programme>`, `owed:<payer kind>`. */
@ApiTags('ledger')
@Allow('officer')
@Controller('v1/ledger')
export class LedgerController {
  constructor(private readonly views: Views) {}

  /** All accounts with their balances, by name. */
  @Get('accounts')
  @ApiOkResponse({ type: LedgerAccountsBody })
  async accounts(@Query(query(PageQuery)) { limit, after }: PageQuery): Promise<Page<LedgerAccountBody>> {
    const [place = ''] = placeAfter(after, [() => true]) ?? [];
    const behind = (await this.views.turnovers()).filter(({ account }) => account > place);
    return pageOf(behind.slice(0, limit + 1), limit, ({ account }) => [account]);
  }

  /** One account; 404 where nothing was ever posted to it. */
  @Get('accounts/:code')
  @ApiOkResponse({ type: LedgerAccountBody })
  async account(@Param('code') code: string): Promise<LedgerAccountBody> {
    const found = (await this.views.turnovers()).find(({ account }) => account === code);
    if (!found) throw Problem.notFound();
    return found;
  }

  /** Whether all debits equal all credits, added up anew from every entry. */
  @Get('proof')
  @ApiOkResponse({ type: LedgerProofBody })
  proof(): Promise<LedgerProofBody> {
    return this.views.proof();
  }
}
