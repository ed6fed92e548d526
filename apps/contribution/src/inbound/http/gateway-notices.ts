import { Batcher, Problem, type RequestCause } from '#libs/http';
import type { Clock, Outcome } from '#libs/kernel';
import type {
  GatewayMessage,
  PaymentResult,
  ReversalEvent,
  SettlePaymentsWhenReceived,
} from '../../use-cases/settle-payments-when-received.js';
import type { Notice, NoticeBody } from './notice.js';

type Result = Outcome<PaymentResult | ReversalEvent>;

const OUTCOMES = {
  PaymentAccepted: 'accepted',
  PaymentUnmatched: 'unmatched',
  PaymentRefused: 'refused',
  LinesReversed: 'reversed',
  ReversalHeld: 'held',
} as const;

const bodyOf = (result: Result): NoticeBody => {
  if (result.kind === 'refused') throw Problem.refused([result.reason]);
  if (result.kind === 'ignored') return { outcome: 'repeated', reasons: [result.reason] };
  const [first] = result.events;
  return { outcome: OUTCOMES[first.type], reasons: 'reasons' in first ? first.reasons : [] };
};

/** Takes notices the way of all payments. */
export class GatewayNotices {
  private readonly taking: Batcher<GatewayMessage, Result>;

  constructor(
    settlePayments: SettlePaymentsWhenReceived,
    private readonly clock: Clock,
  ) {
    this.taking = new Batcher((batch) => settlePayments.handle(batch));
  }

  /** Takes what a verified notice says; where that has no instant of its own, it happened when it is recorded. */
  async take(
    noticeAt: (nowAt: string) => Notice,
    cause: RequestCause,
    recordedAt: string | null,
  ): Promise<NoticeBody> {
    const notice = noticeAt(this.clock.recordedAt(recordedAt));
    switch (notice.kind) {
      case 'nothing':
        return { outcome: 'nothing', reasons: [] };
      case 'settled': {
        const type = 'id.cakupan.gateway.payment-settled.v1';
        return bodyOf(await this.taking.submit({ ...cause, type, data: notice.payment, recordedAt }));
      }
      case 'reversed': {
        const type = 'id.cakupan.gateway.payment-reversed.v1';
        return bodyOf(await this.taking.submit({ ...cause, type, data: notice.reversal, recordedAt }));
      }
    }
  }
}
