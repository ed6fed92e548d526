import { CurrentCause, Problem, Public, StatedAt, type RequestCause } from '#libs/http';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { GatewayNotices } from '../http/gateway-notices.js';
import { VerifiedNotice, type NoticeBody } from '../http/notice.js';
import { WebhookSecrets } from '../http/webhook-secrets.js';
import { midtransNoticeIn } from './midtrans-message.js';
import { noticeOf } from './midtrans-notice.js';
import { isFromMidtrans } from './midtrans-signature.js';

/** What Midtrans tells of its payments. */
@ApiTags('webhooks')
@Controller('v1/webhooks/midtrans')
export class MidtransController {
  constructor(
    private readonly notices: GatewayNotices,
    private readonly secrets: WebhookSecrets,
  ) {}

  /** A notice of a payment, verified over what came; repeats and notices out of order change nothing twice. */
  @Post()
  @Public()
  @HttpCode(200)
  @VerifiedNotice()
  take(
    @Body() body: unknown,
    @CurrentCause() cause: RequestCause,
    @StatedAt() statedAt: string | null,
  ): Promise<NoticeBody> {
    const notice = midtransNoticeIn(body);
    if (!isFromMidtrans(notice, this.secrets.midtransServerKeys)) throw Problem.unsigned();
    return this.notices.take((nowAt) => noticeOf(notice, nowAt), cause, statedAt);
  }
}
