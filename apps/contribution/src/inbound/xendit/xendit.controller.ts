import { CurrentCause, Problem, Public, StatedAt, type RequestCause } from '#libs/http';
import { Body, Controller, Headers, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { GatewayNotices } from '../http/gateway-notices.js';
import { isOneOf } from '../http/is-one-of.js';
import { VerifiedNotice, type NoticeBody } from '../http/notice.js';
import { WebhookSecrets } from '../http/webhook-secrets.js';
import { xenditNoticeOf } from './xendit-notice.js';

/** What Xendit tells of its payments. */
@ApiTags('webhooks')
@Controller('v1/webhooks/xendit')
export class XenditController {
  constructor(
    private readonly notices: GatewayNotices,
    private readonly secrets: WebhookSecrets,
  ) {}

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
    return this.notices.take((nowAt) => xenditNoticeOf(body, nowAt), cause, statedAt);
  }
}
