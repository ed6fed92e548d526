import type { SignUpSubmitted } from '#libs/contracts';
import { reaches, type Actor } from '#libs/http';
import type { Reason } from '#libs/kernel';

/** What decides over sign-ups, of a token or of what a file has kept of one. */
export type Sender = Pick<Actor, 'regions' | 'channel'> & { readonly roles: readonly string[] };

/** Why the actor may not send this sign-up: a channel sends its own, an officer those of its regions. */
export const mayNotSend = (actor: Sender, { channel, residence = null }: SignUpSubmitted): Reason | null => {
  if (actor.roles.includes('officer') && reaches(actor, residence)) return null;
  if (!actor.roles.includes('channel')) return 'outside-regions';
  return actor.channel === channel.code ? null : 'channel-mismatch';
};

/** Whether the actor may see what became of a sign-up. */
export const maySee = (
  actor: Actor,
  { channelCode, residence }: { readonly channelCode: string | null; readonly residence: string | null },
): boolean =>
  (actor.roles.includes('officer') && reaches(actor, residence)) ||
  (actor.roles.includes('channel') && actor.channel !== null && actor.channel === channelCode);
