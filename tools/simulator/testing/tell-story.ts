import type { PaymentReversed, PaymentSettled, SignUpSubmitted } from '#libs/contracts';
import { paymentReversed } from '#libs/contracts';
import type { Day } from '#libs/kernel';
import type { OutgoingMessage } from '#libs/messaging';
import { ordinalOf } from '../../sample/messages/sign-up-message.js';
import type { Story } from '../../sample/story.js';
import { timetableOf } from '../../sample/timetable.js';
import { moneyInOrder, signUpsInOrder } from '../stream.js';
import { FiguresByHand } from './figures-by-hand.js';

const codeOf = (ordinal: number) => `88888${String(ordinal).padStart(11, '0')}`;

const contentOf = <T>({ value }: OutgoingMessage): T => JSON.parse(String(value)) as T;

export interface Told {
  readonly byHand: FiguresByHand;
  readonly diedOn: ReadonlyMap<string, Day>;
}

/** Sends a story through the rules by hand, in story order; `without` leaves one payment out, `look` sees each message. */
export const tellStory = (
  story: Story,
  { without, look }: { without?: string; look?: (message: OutgoingMessage) => void } = {},
): Told => {
  const byHand = new FiguresByHand();
  const timetable = timetableOf(story);
  const codes: string[] = [];
  for (const { ordinal, message } of signUpsInOrder(story, timetable)) {
    look?.(message);
    const code = byHand.signUp(contentOf<SignUpSubmitted>(message), codeOf(ordinal));
    if (code !== null) codes[ordinal] = code;
  }
  for (const item of moneyInOrder(story, timetable)) {
    const message = item.message((ordinal) => codes[ordinal]!);
    look?.(message);
    if (message.headers['ce_type'] === paymentReversed.type)
      byHand.reverse(contentOf<PaymentReversed>(message));
    else if (contentOf<PaymentSettled>(message).paymentId !== without)
      byHand.pay(contentOf<PaymentSettled>(message));
  }
  return { byHand, diedOn: endings(story, codes, byHand) };
};

const endings = (story: Story, codes: readonly string[], byHand: FiguresByHand): Map<string, Day> => {
  const diedOn = new Map<string, Day>();
  for (let person = 0; person < story.persons; person += 1) {
    const { ending } = story.life(person);
    if (ending === null) continue;
    byHand.end(codes[ordinalOf(person, 0)]!, ending.endedOn);
    if (ending.reason === 'died') diedOn.set(story.who(person).nik, ending.endedOn);
  }
  return diedOn;
};
