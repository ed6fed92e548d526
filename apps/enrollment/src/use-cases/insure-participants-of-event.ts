import type { Cause } from '#libs/contracts';
import { plainBatch } from '#libs/kernel';
import { signUpFor, type InsuredEvent, type Participant } from '../domain/event/insured-event.js';
import { resultOfRow, type RowResult } from '../domain/sign-up-batch/row-result.js';
import type { RegisterMemberWhenSignedUp } from './register-member-when-signed-up.js';

/** A list of people who take part in an event. */
export interface ParticipantList {
  readonly event: InsuredEvent;
  readonly participants: readonly Participant[];
  readonly submittedAt: string;
  readonly recordedAt: string | null;
  readonly cause: Cause;
}

/** Who takes part in a contest is insured on its days; who is covered on all of them already is not paid for twice. */
export class InsureParticipantsOfEvent {
  constructor(private readonly registerMember: RegisterMemberWhenSignedUp) {}

  /** The whole list in one transaction, in order. Answers each participant. */
  async handle(list: ParticipantList): Promise<readonly RowResult[]> {
    const { event, participants, submittedAt, recordedAt, cause } = list;
    const commands = participants.map((participant) => {
      const data = signUpFor(event, participant, submittedAt);
      return { ...cause, data, recordedAt, skipsCovered: true };
    });
    const outcomes = await this.registerMember.handle(plainBatch(commands));
    return outcomes.map((outcome, index) =>
      resultOfRow({ row: index + 1, signUpId: participants[index]!.signUpId }, outcome),
    );
  }
}
