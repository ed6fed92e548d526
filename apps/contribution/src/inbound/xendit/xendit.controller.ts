import { CurrentCause, Problem, Public, StatedAt, type RequestCause } from '#libs/http';
import { Clock } from '#libs/kernel';
import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { GatewayNotices } from '../http/gateway-notices.js';
import { isOneOf } from '../http/is-one-of.js';
import { VerifiedNotice, type NoticeBody } from '../http/notice.js';
import { WebhookSecrets } from '../http/webhook-secrets.js';
import { SettlePaymentsWhenReceived } from '../../use-cases/settle-payments-when-received.js';
import { xenditNoticeOf } from './xendit-notice.js';

/** What Xendit tells of its payments. */
@ApiTags('webhooks')
@Controller('v1/webhooks/xendit')
export class XenditController {
  private readonly notices: GatewayNotices;

  constructor(
    settlePayments: SettlePaymentsWhenReceived,
    private readonly secrets: WebhookSecrets,
    private readonly clock: Clock,
  ) {
    this.notices = new GatewayNotices(settlePayments);
  }

  /**
   * A notice of a payment, with the account's token in `X-CALLBACK-TOKEN`: it signs no body, so whoever knows it can write
   * anything; let requests in from Xendit's addresses only.
   */
  @Post()
  @Public()
  @HttpCode(200)
  @VerifiedNotice()
  take(
    @Body() body: unknown,
    @Headers('x-callback-token') token: string | undefined,
    @CurrentCause() cause: RequestCause,
    @StatedAt() statedAt: string | null,
  ): Promise<NoticeBody> {
    if (!isOneOf(token ?? '', this.secrets.xenditCallbackTokens)) throw Problem.unsigned();
    return this.notices.take(xenditNoticeOf(body, this.clock.recordedAt(statedAt)), cause, statedAt);
  }
}
