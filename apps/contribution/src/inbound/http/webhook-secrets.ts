import { secretIn, type Environment } from '#libs/kernel';

/** What gateways prove themselves with: two of each are good while one is changed for another, none while none is set. */
export class WebhookSecrets {
  constructor(
    readonly midtransServerKeys: readonly string[] = [],
    readonly xenditCallbackTokens: readonly string[] = [],
  ) {}
}

/** A secret and the one that comes after it, `NAME` and `NAME_NEXT`, or files that `NAME_FILE` and `NAME_NEXT_FILE` say. */
const secretsIn = (env: Environment, name: string): string[] =>
  [name, `${name}_NEXT`].flatMap((one) => (env[one] || env[`${one}_FILE`] ? [secretIn(env, one)] : []));

/** The secrets of gateways that send notices: `MIDTRANS_SERVER_KEY`, `XENDIT_CALLBACK_TOKEN`. */
export const webhookSecretsIn = (env: Environment): WebhookSecrets =>
  new WebhookSecrets(secretsIn(env, 'MIDTRANS_SERVER_KEY'), secretsIn(env, 'XENDIT_CALLBACK_TOKEN'));
