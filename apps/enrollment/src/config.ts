import { secretIfAny, secretIn, serviceSettings, type Environment, type ServiceSettings } from '#libs/kernel';

/** All that the environment says to this service. */
export interface Config extends ServiceSettings {
  /** The text of NIK_TOKEN_KEY, as bytes of UTF-8. Contribution has the same. */
  readonly nikTokenKey: Buffer;
  /** The text of NIK_VAULT_KEY, as bytes of UTF-8. */
  readonly nikVaultKey: Buffer;
  /** That of NIK_VAULT_KEY_PREVIOUS, while the vault's key is being changed; without it or `null`: it is not being changed. */
  readonly nikVaultKeyBefore?: Buffer | null;
}

const PORT_DEFAULT = 4301;

/** Reads the environment, or says which variable is wrong. */
export const configFrom = (env: Environment): Config => ({
  ...serviceSettings(env, 'enrollment', PORT_DEFAULT),
  nikTokenKey: Buffer.from(secretIn(env, 'NIK_TOKEN_KEY')),
  nikVaultKey: Buffer.from(secretIn(env, 'NIK_VAULT_KEY')),
  nikVaultKeyBefore: secretIfAny(env, 'NIK_VAULT_KEY_PREVIOUS'),
});

/** The configuration of this process. */
export const config = (): Config => configFrom(process.env);
