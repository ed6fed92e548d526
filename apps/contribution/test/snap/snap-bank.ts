import { createHash, createHmac, generateKeyPairSync, sign } from 'node:crypto';
import type { SnapPartner } from '../../src/inbound/snap/snap-partners.js';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pemOf = (key: typeof keys.publicKey) => key.export({ type: 'spki', format: 'pem' }).toString();

/** What is changed of a request: before it is signed, or behind that by somebody on the way. */
export interface Tampering {
  readonly url?: string;
  readonly secret?: string;
  readonly timestamp?: string;
  readonly token?: string;
  readonly externalId?: string;
  readonly encoding?: 'hex' | 'base64';
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: (text: string) => string;
  readonly signedUrl?: string;
}

export interface SnapAnswerSeen {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const VA = '/v1.0/transfer-va';
const SERVICE_ID = '   88888';

/** A bank that speaks SNAP BI, with keys and counters of its own, as far as this service hears of it. */
export class SnapBank {
  static readonly publicKey = pemOf(keys.publicKey);
  private readonly run = Math.floor(performance.now() * 1e6);
  private requests = 0;
  private token: string | null = null;

  constructor(
    private readonly app: NestFastifyApplication,
    readonly partner: SnapPartner,
    private readonly now: () => string,
  ) {}

  /** A number that no other request has. */
  newExternalId(): string {
    this.requests += 1;
    return `${this.run}${String(this.requests).padStart(6, '0')}`;
  }

  async askToken(
    changed: Tampering & { privateKey?: typeof keys.privateKey; body?: never; grantType?: string } = {},
  ) {
    const timestamp = changed.timestamp ?? this.now();
    const text = Buffer.from(`${this.partner.clientId}|${timestamp}`);
    const signature = sign('sha256', text, changed.privateKey ?? keys.privateKey);
    return this.send(
      '/v1.0/access-token/b2b',
      JSON.stringify({ grantType: changed.grantType ?? 'client_credentials' }),
      {
        'x-timestamp': timestamp,
        'x-client-key': this.partner.clientId,
        'x-signature': signature.toString(changed.encoding ?? this.partner.tokenSignature),
        ...changed.headers,
      },
    );
  }

  async currentToken(): Promise<string> {
    this.token ??= String((await this.askToken()).data['accessToken']);
    return this.token;
  }

  inquire(customerNo: string, inquiryRequestId: string, changed: Tampering = {}) {
    return this.ask('inquiry', { ...accountOf(customerNo), inquiryRequestId }, changed);
  }

  pay(
    customerNo: string,
    given: { id: string; rupiah?: number; value?: string; at?: string; more?: object },
    changed: Tampering = {},
  ) {
    const body = {
      ...accountOf(customerNo),
      paymentRequestId: given.id,
      paidAmount: { value: given.value ?? `${given.rupiah ?? 16_800}.00`, currency: 'IDR' },
      trxDateTime: given.at ?? '2024-12-17T09:29:58+07:00',
      ...given.more,
    };
    return this.ask('payment', body, changed);
  }

  status(customerNo: string, inquiryRequestId: string, changed: Tampering = {}) {
    return this.ask('status', { ...accountOf(customerNo), inquiryRequestId }, changed);
  }

  /** Signs the body as it will be sent, unless the tampering says otherwise. */
  ask(service: string, content: object, changed: Tampering = {}): Promise<SnapAnswerSeen> {
    const text = JSON.stringify(content);
    return this.askText(service, { text, minified: text }, changed);
  }

  /** Sends a text as it stands, signed by what is left of it without the white space between its tokens. */
  async askText(
    service: string,
    { text, minified }: { text: string; minified: string },
    changed: Tampering = {},
  ): Promise<SnapAnswerSeen> {
    const url = changed.url ?? `${VA}/${service}`;
    const token = changed.token ?? (await this.currentToken());
    const timestamp = changed.timestamp ?? this.now();
    const digest = createHash('sha256').update(minified).digest('hex');
    const signature = createHmac('sha512', changed.secret ?? this.partner.clientSecrets[0]!)
      .update(`POST:${changed.signedUrl ?? url}:${token}:${digest}:${timestamp}`)
      .digest(changed.encoding ?? this.partner.signature);
    return this.send(url, changed.body?.(text) ?? text, {
      authorization: `Bearer ${token}`,
      'x-timestamp': timestamp,
      'x-signature': signature,
      'x-partner-id': this.partner.partnerId,
      'x-external-id': changed.externalId ?? this.newExternalId(),
      'channel-id': '95231',
      ...changed.headers,
    });
  }

  private async send(
    url: string,
    payload: string,
    headers: Readonly<Record<string, string | null>>,
  ): Promise<SnapAnswerSeen> {
    const stated = Object.entries({ 'content-type': 'application/json', ...headers });
    const { statusCode, body } = await this.app.inject({
      method: 'POST',
      url,
      payload,
      headers: Object.fromEntries(stated.filter((entry): entry is [string, string] => entry[1] !== null)),
    });
    const answer = JSON.parse(body) as Record<string, unknown>;
    return {
      status: statusCode,
      code: String(answer['responseCode']),
      message: String(answer['responseMessage']),
      data: (answer['virtualAccountData'] ?? answer) as Record<string, unknown>,
    };
  }
}

/** The numbers of a virtual account; the first is filled up with spaces. */
export const accountOf = (customerNo: string) => ({
  partnerServiceId: SERVICE_ID,
  customerNo,
  virtualAccountNo: SERVICE_ID + customerNo,
});
