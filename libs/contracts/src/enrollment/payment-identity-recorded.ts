import { defineEvent } from '../define.js';
import { Is } from '../fields.js';
import { id, nikToken, text } from '../kinds.js';
import { paymentIdentitiesTopic } from '../topics.js';

export class PaymentIdentityRecorded {
  @Is(id) membershipId!: string;
  @Is(id) personId!: string;
  /** base64url of the HMAC-SHA-256 of the NIK, under a key that only enrollment and contribution hold. */
  @Is(nikToken) nikToken!: string;
  @Is(text(64)) paymentCode!: string;
}

export const paymentIdentityRecorded = defineEvent({
  topic: paymentIdentitiesTopic,
  type: 'id.cakupan.enrollment.payment-identity-recorded.v1',
  summary: 'The membership can be paid for by this code, and by the NIK that this token stands for.',
  payload: PaymentIdentityRecorded,
  key: (identity) => identity.membershipId,
  subject: (identity) => `membership/${identity.membershipId}`,
  example: {
    membershipId: '0193d0a4-7a10-7b52-8c3d-2f6a1e9b4c11',
    personId: '0193d0a4-7a0e-7d03-b1aa-5e0c7d2f8a42',
    nikToken: 'k7Qx2mVf0aZ9tYw3Lr8uBnE5cHs1dGj6pKo4iXv_-Tq',
    paymentCode: '8888824000000017',
  },
});
