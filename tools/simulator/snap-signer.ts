import { createHash, createHmac, generateKeyPairSync, sign } from 'node:crypto';

const TOKEN_PATH = '/v1.0/access-token/b2b';
const PARTNER = 'UJI-01';
const CLIENT = 'client-uji';
const SECRET = 'a secret of the measurement, of 32 characters and more';
const CHANNEL_ID = '95231';

/** What a bank asks for a token with. */
export const TOKEN_REQUEST = { grantType: 'client_credentials' };

type Headers = Readonly<Record<string, string>>;

/** Signs as SNAP BI asks of a bank, of which the service has heard in its environment. */
export class SnapSigner {
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  private requests = 0;
  private token = '';

  constructor(
    /** Under which name its payments stand in the books. */
    private readonly gateway: string,
    /** The time by the service's clock. */
    private readonly now: () => string = () => new Date().toISOString(),
  ) {}

  /** What the service needs to know of the bank. */
  get environment(): Readonly<Record<string, string>> {
    const publicKeys = [this.keys.publicKey.export({ type: 'spki', format: 'pem' }).toString()];
    const partner = { partnerId: PARTNER, clientId: CLIENT, gateway: this.gateway, publicKeys };
    const how = { clientSecrets: [SECRET], signature: 'hex', tokenSignature: 'base64', trxType: 'O' };
    return { SNAP_PARTNERS: JSON.stringify([{ ...partner, ...how }]) };
  }

  /** The headers of a request for a token, sent now. */
  asking(): Headers {
    const timestamp = this.now();
    const signature = sign('sha256', Buffer.from(`${CLIENT}|${timestamp}`), this.keys.privateKey);
    return {
      'x-timestamp': timestamp,
      'x-client-key': CLIENT,
      'x-signature': signature.toString('base64'),
    };
  }

  /** Asks for the token that all its requests carry, good for a quarter of an hour. */
  async enter(base: string): Promise<void> {
    const body = JSON.stringify(TOKEN_REQUEST);
    const headers = { ...this.asking(), 'content-type': 'application/json' };
    const answer = await fetch(base + TOKEN_PATH, { method: 'POST', headers, body });
    const { accessToken } = (await answer.json()) as { accessToken?: string };
    if (!accessToken) throw new Error(`the bank got no token: ${answer.status}`);
    this.token = accessToken;
  }

  /** The headers of a request with this body, which has no white space between its tokens, sent now. */
  signed(path: string, body: string): Headers {
    this.requests += 1;
    const timestamp = this.now();
    const digest = createHash('sha256').update(body).digest('hex');
    const text = `POST:${path}:${this.token}:${digest}:${timestamp}`;
    return {
      Authorization: `Bearer ${this.token}`,
      'x-timestamp': timestamp,
      'x-signature': createHmac('sha512', SECRET).update(text).digest('hex'),
      'x-partner-id': PARTNER,
      'x-external-id': String(this.requests),
      'channel-id': CHANNEL_ID,
    };
  }
}
