import type { Reason } from '#libs/kernel';
import type { SignUpResult } from '../domain/sign-up/sign-up.js';
import type { SignUps } from './sign-ups.js';
import type { UnreadSignUps } from './unread-sign-ups.js';

/** Where a sign-up stands, with what says who may see it. */
export interface SignUpStanding {
  readonly channelCode: string | null;
  readonly residence: string | null;
  readonly standing:
    SignUpResult | { readonly status: 'parked' | 'pending'; readonly reasons: readonly Reason[] };
}

/** What became of a sign-up: its answer, or that it is parked, or waits behind one that is. */
export class LookUpSignUp {
  constructor(
    private readonly signUps: SignUps,
    private readonly unread: UnreadSignUps,
  ) {}

  /** `null` when nothing is known of the id. */
  async find(signUpId: string): Promise<SignUpStanding | null> {
    const answered = await this.signUps.find(signUpId);
    if (answered !== null) return { ...answered, standing: answered.result };
    const parked = await this.unread.find(signUpId);
    if (parked === null) return null;
    const status = parked.reason === 'behind-parked' ? 'pending' : 'parked';
    return { ...parked, standing: { status, reasons: [parked.reason] } };
  }
}
