import { createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Environment } from '#libs/kernel';

/** How signatures are written: the standard leaves it open, and banks differ. */
export type SignatureEncoding = 'hex' | 'base64';

/** A bank or provider that speaks SNAP BI to us, and how it does. */
export interface SnapPartner {
  /** Its `X-PARTNER-ID`. */
  readonly partnerId: string;
  /** Its `X-CLIENT-KEY`. */
  readonly clientId: string;
  /** The gateway under whose name its payments stand in the books. */
  readonly gateway: string;
  /** Its public keys as PEM, by which requests for tokens are verified: two while it changes from one to the other. */
  readonly publicKeys: readonly string[];
  /** Secrets that both sides hold, for all other requests: two while they change. */
  readonly clientSecrets: readonly string[];
  readonly tokenSignature: SignatureEncoding;
  readonly signature: SignatureEncoding;
  /** `C`: exactly what is billed; `O`: any whole number of months. */
  readonly trxType: 'C' | 'O';
  /** What a payment gets that was answered before: the same again, or 404-18 with the first flag, as some banks want it. */
  readonly replay: 'success' | 'inconsistent';
}

const TEXTS = ['partnerId', 'clientId', 'gateway'] as const;
const LISTS = ['publicKeys', 'clientSecrets'] as const;
const CHOICES = {
  tokenSignature: ['base64', 'hex'],
  signature: ['base64', 'hex'],
  trxType: ['C', 'O'],
  replay: ['success', 'inconsistent'],
} as const;
const SECRET_CHARACTERS_MIN = 32;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.length > 0 && value.every(isText);

const isRsaKey = (pem: string): boolean => {
  try {
    return createPublicKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
};

/** The first of the choices is what holds when nothing is said. */
const withDefaults = (stated: Record<string, unknown>): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(CHOICES).map(([name, [first]]) => [name, first])),
  ...stated,
});

const faultOf = (partner: Record<string, unknown>): string | null => {
  const text = TEXTS.find((name) => !isText(partner[name]));
  if (text) return `${text} must be a text`;
  const list = LISTS.find((name) => !isTexts(partner[name]));
  if (list) return `${list} must be a list of texts`;
  if ((partner['clientSecrets'] as string[]).some(({ length }) => length < SECRET_CHARACTERS_MIN))
    return `clientSecrets must have at least ${SECRET_CHARACTERS_MIN} characters each`;
  if (!(partner['publicKeys'] as string[]).every(isRsaKey)) return 'publicKeys must be RSA keys in PEM';
  const choice = Object.entries(CHOICES).find(([name, known]) => !known.includes(partner[name] as never));
  return choice ? `${choice[0]} must be one of ${choice[1].join(', ')}` : null;
};

const partnerOf = (stated: Record<string, unknown>, index: number): SnapPartner => {
  const partner = withDefaults(stated);
  const fault = faultOf(partner);
  if (fault) throw new Error(`SNAP_PARTNERS, entry ${index}: ${fault}`);
  return partner as unknown as SnapPartner;
};

/**
 * The partners that the environment names: a JSON list in `SNAP_PARTNERS`, or in the file that `SNAP_PARTNERS_FILE` says;
 * none where neither is set.
 * @throws when the list makes no sense; the message says where, and shows nothing of it
 */
export const snapPartnersIn = (env: Environment): readonly SnapPartner[] => {
  const file = env['SNAP_PARTNERS_FILE'];
  const text = file ? readFileSync(file, 'utf8') : env['SNAP_PARTNERS'];
  if (!text) return [];
  let stated: unknown;
  try {
    stated = JSON.parse(text);
  } catch {
    throw new Error('SNAP_PARTNERS is not JSON');
  }
  if (!Array.isArray(stated)) throw new Error('SNAP_PARTNERS must be a list');
  return stated.map((one, index) => partnerOf(one as Record<string, unknown>, index));
};

/** The partners by what their requests carry. */
export class SnapPartners {
  constructor(private readonly partners: readonly SnapPartner[]) {}

  withPartnerId(partnerId: string): SnapPartner | null {
    return this.partners.find((partner) => partner.partnerId === partnerId) ?? null;
  }

  withClientId(clientId: string): SnapPartner | null {
    return this.partners.find((partner) => partner.clientId === clientId) ?? null;
  }
}
