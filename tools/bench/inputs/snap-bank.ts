import { createHash, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { customerNoOf, MONTH_RUPIAH, SERVICE_ID } from './members.js';

export const GATEWAY = 'bank-snap-uji';
export const PAYMENT_PATH = '/v1.0/transfer-va/payment';
const TOKEN_PATH = '/v1.0/access-token/b2b';
const PARTNER = 'UJI-01';
const CLIENT = 'client-uji';
const SECRET = 'a secret of the measurement, of 32 characters and more';
const CHANNEL_ID = '95231';
/** In the month from which on everybody can be paid for. */
const PAID_AT = '2028-01-10T10:00:00+07:00';

/** A bank that signs as SNAP BI asks, of which the service has heard in its environment. */
export class SnapBank {
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private requests = 0;
  private token = '';

  constructor(
    private readonly seed: number,
    private readonly persons: number,
  ) {}

  /** What the service needs to know of the bank. */
  get environment(): NodeJS.ProcessEnv {
    const publicKeys = [this.keys.publicKey.export({ type: 'spki', format: 'pem' }).toString()];
    const partner = { partnerId: PARTNER, clientId: CLIENT, gateway: GATEWAY, publicKeys };
    const how = { clientSecrets: [SECRET], signature: 'hex', tokenSignature: 'base64', trxType: 'O' };
    return { SNAP_PARTNERS: JSON.stringify([{ ...partner, ...how }]) };
  }

  /** Asks for the token that all its requests carry, good for a quarter of an hour. */
  async enter(base: string): Promise<void> {
    const timestamp = new Date().toISOString();
    const signature = sign('sha256', Buffer.from(`${CLIENT}|${timestamp}`), this.keys.privateKey);
    const answer = await fetch(base + TOKEN_PATH, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-timestamp': timestamp,
        'x-client-key': CLIENT,
        'x-signature': signature.toString('base64'),
      },
      body: JSON.stringify({ grantType: 'client_credentials' }),
    });
    const { accessToken } = (await answer.json()) as { accessToken?: string };
    if (!accessToken) throw new Error(`the bank got no token: ${answer.status}`);
    this.token = accessToken;
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
    this.requests += 1;
    const timestamp = new Date().toISOString();
    const digest = createHash('sha256').update(body).digest('hex');
    const text = `POST:${PAYMENT_PATH}:${this.token}:${digest}:${timestamp}`;
    return {
      'content-type': 'application/json',
      authorization: `Bearer ${this.token}`,
      'x-timestamp': timestamp,
      'x-signature': createHmac('sha512', SECRET).update(text).digest('hex'),
      'x-partner-id': PARTNER,
      'x-external-id': String(this.requests),
      'channel-id': CHANNEL_ID,
    };
  }
}
