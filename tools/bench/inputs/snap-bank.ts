import { SnapSigner } from '../../simulator/snap-signer.js';
import { customerNoOf, MONTH_RUPIAH, SERVICE_ID } from './members.js';

export const GATEWAY = 'bank-snap-uji';
export const PAYMENT_PATH = '/v1.0/transfer-va/payment';
/** In the month from which on everybody can be paid for. */
const PAID_AT = '2028-01-10T10:00:00+07:00';

/** A bank that pays for everybody. */
export class SnapBank {
  private readonly signer = new SnapSigner(GATEWAY);

  constructor(
    private readonly seed: number,
    private readonly persons: number,
  ) {}

  /** What the service needs to know of the bank. */
  get environment(): NodeJS.ProcessEnv {
    return this.signer.environment;
  }

  /** Asks for the token that all its requests carry, good for a quarter of an hour. */
  enter(base: string): Promise<void> {
    return this.signer.enter(base);
  }

  /** A month of a person; person after person, then the next month of each. */
  paymentOf(number: number): string {
    const customerNo = customerNoOf(number % this.persons);
    const partnerServiceId = SERVICE_ID.padStart(8);
    const amount = { value: `${MONTH_RUPIAH}.00`, currency: 'IDR' };
    return JSON.stringify({
      partnerServiceId,
      customerNo,
      virtualAccountNo: partnerServiceId + customerNo,
      paymentRequestId: this.requestIdOf(number),
      paidAmount: amount,
      totalAmount: amount,
      trxDateTime: PAID_AT,
      referenceNo: String(number),
      flagAdvise: 'N',
    });
  }

  requestIdOf(number: number): string {
    return `UJI-${this.seed}-${number}`;
  }

  /** The headers of a payment with this body, sent now. */
  signed(body: string): Readonly<Record<string, string>> {
    return { ...this.signer.signed(PAYMENT_PATH, body), 'content-type': 'application/json' };
  }
}
