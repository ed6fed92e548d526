import type { PaymentReversed, PaymentSettled } from '#libs/contracts';
import { OpenBody } from '#libs/http';
import type { Reason } from '#libs/kernel';
import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiExtension,
  ApiExtraModels,
  ApiOkResponse,
  ApiProperty,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';

/** What a notice of a gateway says: money came, money went back, or nothing that moves any yet. */
export type Notice =
  | { readonly kind: 'settled'; readonly payment: PaymentSettled }
  | { readonly kind: 'reversed'; readonly reversal: PaymentReversed }
  | { readonly kind: 'nothing' };

/** What became of a notice; gateways look at the status alone. */
export class NoticeBody {
  @ApiProperty({
    enum: ['accepted', 'unmatched', 'refused', 'reversed', 'held', 'repeated', 'nothing'],
    description:
      '`unmatched` and `refused`: the money is in the books as owed to its payer. `held`: a reversal that waits for its payment.',
  })
  outcome!: string;
  @ApiProperty({ type: [String] }) reasons!: readonly Reason[];
}

/** Describes an operation whose requests are verified over what came instead of carrying a token of the issuer. */
export const VerifiedNotice = () =>
  applyDecorators(
    ApiExtension('x-signed', true),
    OpenBody(),
    ApiBody({
      schema: { type: 'object', additionalProperties: true },
      description: 'The gateway’s own notice; what it says beyond what is needed here is passed over.',
    }),
    ApiExtraModels(NoticeBody),
    ApiOkResponse({ type: NoticeBody }),
    ApiUnauthorizedResponse({ description: 'It does not come from the gateway.' }),
  );
