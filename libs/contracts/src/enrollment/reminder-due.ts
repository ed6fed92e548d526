import { defineEvent } from '../define.js';
import { Has, Is } from '../fields.js';
import { day, id, oneOf } from '../kinds.js';
import { remindersTopic } from '../topics.js';
import { REMINDER_KINDS, type ReminderKind } from '../vocabulary.js';
import { MemberChannel } from './member-registered.js';

/** Whoever notifies asks enrollment for the person by the membership: here stands nothing to call or write to. */
export class ReminderDue {
  @Is(id) membershipId!: string;
  @Is(id) personId!: string;
  @Is(oneOf(REMINDER_KINDS)) kind!: ReminderKind;
  /** The last paid day that it speaks of. */
  @Is(day) coveredThrough!: string;
  /** The channel that the membership came through: it may be the one who reminds. */
  @Has(() => MemberChannel) channel!: MemberChannel;
}

export const reminderDue = defineEvent({
  topic: remindersTopic,
  type: 'id.cakupan.enrollment.reminder-due.v1',
  summary:
    'The member should hear that cover ends, has ended, or that the membership is about to lapse; said once.',
  payload: ReminderDue,
  key: (reminder) => reminder.personId,
  subject: (reminder) => `membership/${reminder.membershipId}`,
  example: {
    membershipId: '0193d0a4-7a10-7b52-8c3d-2f6a1e9b4c11',
    personId: '0193d0a4-7a0e-7d03-b1aa-5e0c7d2f8a42',
    kind: 'due-soon',
    coveredThrough: '2025-01-31',
    channel: { kind: 'association', code: 'PKL-MANAHAN', campaign: null },
  },
});
