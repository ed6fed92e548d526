import { Allow, body, uuid } from '#libs/http';
import { Body, Controller, Param, Put } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { KeepAccountWithClaim } from '../../use-cases/keep-account-with-claim.js';
import { AccountRequest } from './account-request.js';
import { answered } from './answered.js';
import { claimView, ClaimView } from './claim-view.js';
import { CurrentStep, type Step } from './current-step.js';

/** Where benefits go. */
@ApiTags('claims')
@Allow('adjuster')
@Controller('v1/claims/:id/account')
export class AccountsController {
  constructor(private readonly keepAccount: KeepAccountWithClaim) {}

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
}
