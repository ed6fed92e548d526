import { secretIfAny, secretIn, serviceSettings, type ServiceSettings } from '#libs/kernel';
import { webhookSecretsIn, type WebhookSecrets } from './inbound/http/webhook-secrets.js';
import { snapPartnersIn, type SnapPartner } from './inbound/snap/snap-partners.js';

/** What the environment says to this service. */
export interface Config extends ServiceSettings {
  /** The text of NIK_TOKEN_KEY, as bytes of UTF-8. Enrollment has the same. */
  readonly nikTokenKey: Buffer;
  /** The text of NIK_VAULT_KEY, as bytes of UTF-8: parked payments are kept under a key derived from it. */
  readonly nikVaultKey: Buffer;
  /** That of NIK_VAULT_KEY_PREVIOUS, while it is being changed; without it or `null`: it is not being changed. */
  readonly nikVaultKeyBefore?: Buffer | null;
  /** Banks that speak SNAP BI to us; see `snapPartnersIn` for the variable. */
  readonly snapPartners?: readonly SnapPartner[];
  /** See `webhookSecretsIn`. */
  readonly webhookSecrets?: WebhookSecrets;
}

const PORT_DEFAULT = 4302;

/** The configuration of this process; see `ServiceSettings` for the variables that all services have. */
export const config = (): Config => ({
  ...serviceSettings(process.env, 'contribution', PORT_DEFAULT),
  nikTokenKey: Buffer.from(secretIn(process.env, 'NIK_TOKEN_KEY')),
  nikVaultKey: Buffer.from(secretIn(process.env, 'NIK_VAULT_KEY')),
  nikVaultKeyBefore: secretIfAny(process.env, 'NIK_VAULT_KEY_PREVIOUS'),
  snapPartners: snapPartnersIn(process.env),
  webhookSecrets: webhookSecretsIn(process.env),
});
