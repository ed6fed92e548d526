import type { Reason } from '#libs/kernel';

/** A sign-up that came over the topic and was set aside; who it is about stays in the dark where it is unreadable. */
export interface UnreadSignUp {
  readonly channelCode: string | null;
  readonly residence: string | null;
  readonly reason: Reason;
}

/** The sign-ups that are parked. */
export abstract class UnreadSignUps {
  /** The one that was parked first under this id and still waits; `null` when none does. */
  abstract find(signUpId: string): Promise<UnreadSignUp | null>;
}
