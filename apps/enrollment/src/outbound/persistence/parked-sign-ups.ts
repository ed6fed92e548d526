import { signUpsTopic } from '#libs/contracts';
import type { Reason } from '#libs/kernel';
import type { ParkedCipher } from '#libs/messaging';
import type { Database } from '#libs/persistence';
import { UnreadSignUps, type UnreadSignUp } from '../../use-cases/unread-sign-ups.js';

const PARKED = `
  select reason, value, encrypted from parked_message
   where topic = $1 and key_token = $2 and status = 'waiting' order by log_offset limit 1`;

interface ParkedRow {
  readonly reason: Reason;
  readonly value: Buffer | null;
  readonly encrypted: boolean;
}

type Unknowns = Record<string, unknown>;

const isObject = (value: unknown): value is Unknowns => typeof value === 'object' && value !== null;
const objectOf = (value: unknown): Unknowns => (isObject(value) ? value : {});
const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The content, in whichever mode it came; nothing where it is not JSON. */
const contentOf = (text: string): Unknowns => {
  try {
    const value = objectOf(JSON.parse(text));
    return isObject(value['data']) ? value['data'] : value;
  } catch {
    return {};
  }
};

/** Parked sign-ups, as messaging keeps them. */
export class ParkedSignUps extends UnreadSignUps {
  constructor(
    private readonly database: Database,
    private readonly cipher: ParkedCipher,
  ) {
    super();
  }

  override async find(signUpId: string): Promise<UnreadSignUp | null> {
    const token = this.cipher.tokenOf(Buffer.from(signUpId));
    const [row] = await this.database.query<ParkedRow>(PARKED, [signUpsTopic.name, token]);
    if (row === undefined) return null;
    const value = row.value === null || !row.encrypted ? row.value : this.cipher.open(row.value);
    const content = contentOf(value?.toString() ?? '');
    const channelCode = textOf(objectOf(content['channel'])['code']);
    return { channelCode, residence: textOf(content['residence']), reason: row.reason };
  }
}
