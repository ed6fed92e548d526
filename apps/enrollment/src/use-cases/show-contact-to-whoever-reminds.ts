import type { Clock } from '#libs/kernel';
import { termsOn } from '../domain/membership/membership.js';
import type { Contact, Contacts } from './contacts.js';
import type { Memberships } from './memberships.js';

/** What decides whether somebody may ask. */
export interface Asked {
  readonly channelCode: string;
  readonly residence: string | null;
}

/** Reminders name a membership alone; whoever notifies asks here for the person. Each answer is put on record. */
export class ShowContactToWhoeverReminds {
  constructor(
    private readonly memberships: Memberships,
    private readonly contacts: Contacts,
    private readonly clock: Clock,
  ) {}

  /** `null` where there is no such membership, nobody who may be told of it, or nothing left to tell. */
  async handle(
    membershipId: string,
    actor: string,
    mayAsk: (asked: Asked) => boolean,
  ): Promise<Contact | null> {
    const membership = await this.memberships.find(membershipId);
    if (membership.status === 'unknown') return null;
    const { residence } = termsOn(membership, this.clock.today());
    const isAllowed = mayAsk({ channelCode: membership.registration.channel.code, residence });
    return isAllowed ? this.contacts.of(membershipId, actor) : null;
  }
}
