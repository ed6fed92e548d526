import { applyDecorators, type Type } from '@nestjs/common';
import { OpenBody, PROBLEM_MEDIA_TYPE } from '#libs/http';
import {
  ApiBody,
  ApiExtension,
  ApiExtraModels,
  ApiOkResponse,
  ApiProperty,
  ApiPropertyOptional,
  ApiResponse,
  getSchemaPath,
} from '@nestjs/swagger';

export class AccessTokenRequest {
  @ApiProperty({ enum: ['client_credentials'] }) grantType!: string;
}

/** The beginning of every answer. */
export class SnapAnswerBody {
  @ApiProperty({ example: '2002500', description: 'HTTP status, service and case, seven digits.' })
  responseCode!: string;
  @ApiProperty({ example: 'Successful' }) responseMessage!: string;
  @ApiPropertyOptional({ type: Object }) virtualAccountData?: object;
}

export class AccessTokenBody extends SnapAnswerBody {
  @ApiProperty() accessToken!: string;
  @ApiProperty({ enum: ['Bearer'] }) tokenType!: string;
  @ApiProperty({ example: '900', description: 'Seconds.' }) expiresIn!: string;
}

class VirtualAccountRequest {
  @ApiProperty({ example: '   88888', description: 'Eight characters, filled up with spaces on the left.' })
  partnerServiceId!: string;
  @ApiProperty({ example: '24000000017' }) customerNo!: string;
  @ApiProperty({ example: '   8888824000000017', description: 'Both, one behind the other.' })
  virtualAccountNo!: string;
}

export class InquiryRequest extends VirtualAccountRequest {
  @ApiProperty() inquiryRequestId!: string;
}

export class SnapAmount {
  @ApiProperty({ example: '16800.00' }) value!: string;
  @ApiProperty({ enum: ['IDR'] }) currency!: string;
}

export class SnapPaymentRequest extends VirtualAccountRequest {
  @ApiProperty() paymentRequestId!: string;
  @ApiProperty({ type: SnapAmount }) paidAmount!: SnapAmount;
  @ApiProperty({ format: 'date-time' }) trxDateTime!: string;
}

export class StatusRequest extends VirtualAccountRequest {
  @ApiProperty({ description: 'Of the payment, which has that of its inquiry.' }) inquiryRequestId!: string;
  @ApiPropertyOptional() paymentRequestId?: string;
}

const REFUSALS = {
  400: 'Not of the form.',
  401: 'Not signed.',
  403: 'Not permitted.',
  404: 'Not taken.',
  409: 'Conflict.',
};

const BODY =
  'Fields that the standard has beside these, such as `additionalInfo`, and those that banks add, are signed with the rest, taken, and passed over.';

/**
 * Describes an operation whose requests are signed by their sender instead of carrying a token of the issuer. The standard
 * decides what stands in a body: one that says more than is needed here is a good one.
 */
export const SignedOperation = (request: Type, answer: Type) =>
  applyDecorators(
    ApiExtension('x-signed', true),
    ApiExtraModels(SnapAnswerBody),
    OpenBody(),
    ApiBody({ type: request, description: BODY }),
    ApiOkResponse({ type: answer }),
    ...Object.entries(REFUSALS).map(([status, description]) =>
      ApiResponse({
        status: Number(status),
        description,
        content: {
          'application/json': { schema: { $ref: getSchemaPath(SnapAnswerBody) } },
          [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } },
        },
      }),
    ),
  );
