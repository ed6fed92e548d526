import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createLocalJWKSet,
  createRemoteJWKSet,
  errors,
  type JSONWebKeySet,
  type JWTVerifyGetKey,
} from 'jose';

/** Where tokens come from: an issuer's address (its JWKS is discovered), or the folder of the local key pair. */
export interface AccessOptions {
  readonly issuer?: string | undefined;
  readonly dataFolder?: string | undefined;
}

/** An issuer's name and how its public keys are found. */
export interface TrustedKeys {
  readonly issuer: string;
  readonly keyFor: JWTVerifyGetKey;
}

/** The issuer of tokens that are signed with the key pair of this machine. */
export const LOCAL_ISSUER = 'cakupan-local';
/** The file of the local issuer's public keys, as a JSON Web Key Set. */
export const LOCAL_KEYS_FILE = 'jwks.json';

/** A key that left the issuer's set is trusted for no longer than this. */
const KEYS_KEPT_MS = 10 * 60_000;
/** Tokens with invented key ids may not make us ask the issuer more often than this. */
const KEYS_COOLDOWN_MS = 30_000;
/** Requests wait for the issuer; it gets as long as they would put up with. */
const ISSUER_TIMEOUT_MS = 5_000;

/** The issuer could not be asked; the request may be good. */
export class IssuerUnavailable extends Error {
  override readonly name = 'DependencyUnavailable';
}

const trimmed = (issuer: string) => issuer.replace(/\/$/, '');

const discover = async (issuer: string): Promise<URL> => {
  const address = `${trimmed(issuer)}/.well-known/openid-configuration`;
  const response = await fetch(address, {
    signal: AbortSignal.timeout(ISSUER_TIMEOUT_MS),
    redirect: 'error',
  });
  if (!response.ok) throw new Error(`the issuer answered ${response.status}`);
  const said = (await response.json()) as { issuer?: unknown; jwks_uri?: unknown };
  if (said.issuer !== issuer) throw new Error('the discovery document names another issuer');
  return new URL(String(said.jwks_uri));
};

const remoteKeys = async (issuer: string): Promise<JWTVerifyGetKey> =>
  createRemoteJWKSet(await discover(issuer), {
    cacheMaxAge: KEYS_KEPT_MS,
    cooldownDuration: KEYS_COOLDOWN_MS,
    timeoutDuration: ISSUER_TIMEOUT_MS,
  });

/** Asks once and keeps the answer; a failure is not kept. */
const keptOnce = <T>(ask: () => Promise<T>): (() => Promise<T>) => {
  let kept: Promise<T> | null = null;
  return () => {
    kept ??= ask().catch((error: unknown) => {
      kept = null;
      throw error;
    });
    return kept;
  };
};

/** What the key set says of a token; every other error is the issuer's silence. */
const NO_KEY_FITS = [errors.JWKSNoMatchingKey, errors.JWKSMultipleMatchingKeys, errors.JOSENotSupported];

const keysOfIssuer = (issuer: string): TrustedKeys => {
  const found = keptOnce(() => remoteKeys(issuer));
  const keyFor: JWTVerifyGetKey = async (header, token) => {
    try {
      const keys = await found();
      return await keys(header, token);
    } catch (error) {
      if (NO_KEY_FITS.some((kind) => error instanceof kind)) throw error;
      throw new IssuerUnavailable('the issuer of tokens cannot be asked', { cause: error });
    }
  };
  return { issuer, keyFor };
};

const keysOfFolder = async (folder: string): Promise<TrustedKeys> => {
  const text = await readFile(join(folder, LOCAL_KEYS_FILE), 'utf8');
  return { issuer: LOCAL_ISSUER, keyFor: createLocalJWKSet(JSON.parse(text) as JSONWebKeySet) };
};

/** The keys that tokens are verified with. Throws when neither an issuer nor a readable local key set is there. */
export const trustedKeys = async ({ issuer, dataFolder }: AccessOptions): Promise<TrustedKeys> => {
  if (issuer) return keysOfIssuer(issuer);
  if (dataFolder) return keysOfFolder(dataFolder);
  throw new Error('access needs an issuer (OIDC_ISSUER) or the folder of the local key pair (CAKUPAN_DATA)');
};
