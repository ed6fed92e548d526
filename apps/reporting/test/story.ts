import { randomUUID } from 'node:crypto';
import {
  contributionPaid,
  contributionReversed,
  memberChanged,
  memberRegistered,
  membershipEnded,
  type MemberChanges,
  type EventContract,
  type MemberRegistered,
  type Message,
  type ContributionPaid,
} from '#libs/contracts';
import { lastDayOf, type Month, type Outcome } from '#libs/kernel';
import type { ContributionMessage, MemberMessage } from '../src/use-cases/facts-of-messages.js';

/** Kinds and reasons of outcomes, short. */
export const said = (outcomes: readonly Outcome<unknown>[]) =>
  outcomes.map((outcome) => (outcome.kind === 'happened' ? outcome.kind : outcome.reason));

/** A membership whose events count their sequences by themselves. */
export class Membership {
  readonly membershipId = randomUUID();
  private members = 0;
  private contributions = 0;

  constructor(readonly personId = randomUUID()) {}

  registered(recordedAt: string, member: Partial<MemberRegistered> = {}): MemberMessage {
    const data = { ...memberRegistered.example, ...this.ids, signUpId: randomUUID(), ...member };
    return this.told(memberRegistered, data, recordedAt, ++this.members);
  }

  changed(recordedAt: string, effectiveOn: string, changes: MemberChanges): MemberMessage {
    return this.told(memberChanged, { ...this.ids, effectiveOn, changes }, recordedAt, ++this.members);
  }

  ended(recordedAt: string, endedOn: string, reason: 'left' | 'died' = 'left'): MemberMessage {
    return this.told(membershipEnded, { ...this.ids, endedOn, reason }, recordedAt, ++this.members);
  }

  paid(recordedAt: string, month: Month, contribution: Partial<ContributionPaid> = {}): ContributionMessage {
    const days = { months: [month], from: `${month}-01`, through: lastDayOf(month) };
    const data = {
      ...contributionPaid.example,
      contributionId: randomUUID(),
      ...this.ids,
      ...days,
      ...contribution,
    };
    return this.told(contributionPaid, data, recordedAt, ++this.contributions);
  }

  reversed(recordedAt: string, contributionId: string): ContributionMessage {
    const data = { ...this.ids, contributionId, reversedAt: recordedAt, reason: 'paid-twice' };
    return this.told(contributionReversed, data, recordedAt, ++this.contributions);
  }

  private get ids() {
    return { personId: this.personId, membershipId: this.membershipId };
  }

  private told<Type extends string, Payload extends object>(
    contract: EventContract<Type, Payload>,
    data: Payload,
    recordedAt: string,
    sequence: number,
  ): Message<Type, Payload> {
    return {
      type: contract.type,
      data,
      eventId: randomUUID(),
      subject: `membership/${this.membershipId}`,
      sequence,
      recordedAt: new Date(recordedAt).toISOString(),
      correlationId: randomUUID(),
      traceparent: null,
    };
  }
}
