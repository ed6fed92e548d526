import { Allow, PageQuery, pageOf, placeAfter, Problem, query, type Page } from '#libs/http';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { isProven, Ledger } from '../../use-cases/ledger.js';
import { LedgerAccountBody, LedgerAccountsBody, LedgerProofBody } from './ledger-views.js';

/** The ledger in double entry. */
@ApiTags('ledger')
@Allow('officer')
@Controller('v1/ledger')
export class LedgerController {
  constructor(private readonly ledger: Ledger) {}

  /**
   * All accounts with their balances, by name: `cash:<gateway>`, `contributions:<programme>`, `late-fees:PU`,
   * `owed:<payer kind>`, `budgets:<payer code>`, `refunds:<gateway>`.
   */
  @Get('accounts')
  @ApiOkResponse({ type: LedgerAccountsBody })
  async accounts(@Query(query(PageQuery)) { limit, after }: PageQuery): Promise<Page<LedgerAccountBody>> {
    const [place = ''] = placeAfter(after, [() => true]) ?? [];
    return pageOf(await this.ledger.accounts(place, limit + 1), limit, ({ account }) => [account]);
  }

  /** One account; 404 where nothing was ever posted to it. */
  @Get('accounts/:code')
  @ApiOkResponse({ type: LedgerAccountBody })
  async account(@Param('code') code: string): Promise<LedgerAccountBody> {
    const found = await this.ledger.account(code);
    if (!found) throw Problem.notFound();
    return found;
  }

  /**
   * Reads every entry anew: whether debits equal credits, whether each entry is the one that was written, whether the
   * funds hold what was contributed; where something is wrong, which entry it is.
   */
  @Get('proof')
  @ApiOkResponse({ type: LedgerProofBody })
  async proof(): Promise<LedgerProofBody> {
    const { faults, ...proof } = await this.ledger.proof();
    return { ...proof, proven: isProven({ ...proof, faults }), faults };
  }
}
