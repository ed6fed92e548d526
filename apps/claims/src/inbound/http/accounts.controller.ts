import { Allow, body, uuid } from '#libs/http';
import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CorrectAccountWhenMoneyCameBack } from '../../use-cases/correct-account-when-money-came-back.js';
import { KeepAccountWithClaim } from '../../use-cases/keep-account-with-claim.js';
import { AccountCorrectionRequest, AccountRequest } from './account-request.js';
import { answered } from './answered.js';
import { claimView, ClaimView } from './claim-view.js';
import { CurrentStep, type Step } from './current-step.js';

/** Where benefits go. Where a bank is told to pay, it is told the account at once: 503 while it does not take it in. */
@ApiTags('claims')
@Allow('adjuster')
@Controller('v1/claims/:id/account')
export class AccountsController {
  constructor(
    private readonly keepAccount: KeepAccountWithClaim,
    private readonly correctAccount: CorrectAccountWhenMoneyCameBack,
  ) {}

  /** Keeps which account the benefit of an open claim goes to; the check notes where claims of others go to it as well. */
  @Put()
  @ApiBody({ type: AccountRequest })
  @ApiOkResponse({ type: ClaimView })
  async keep(
    @Param('id', uuid) claimId: string,
    @Body(body(AccountRequest)) account: AccountRequest,
    @CurrentStep() step: Step,
  ): Promise<ClaimView> {
    return claimView(answered(await this.keepAccount.handle({ ...step, claimId, account })).claim);
  }

  /**
   * Takes another account for an approved claim of which no money is out or on its way: what is ordered next goes there.
   * From the amount on that two persons approve, it holds once a second person has stated the same account.
   */
  @Post('correction')
  @HttpCode(200)
  @ApiBody({ type: AccountCorrectionRequest })
  @ApiOkResponse({ type: ClaimView })
  async correct(
    @Param('id', uuid) claimId: string,
    @Body(body(AccountCorrectionRequest)) { why, ...account }: AccountCorrectionRequest,
    @CurrentStep() step: Step,
  ): Promise<ClaimView> {
    return claimView(answered(await this.correctAccount.handle({ ...step, claimId, account, why })).claim);
  }
}
