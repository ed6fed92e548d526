import type { NewEvent } from '#libs/contracts';
import type { Batch, Clock, Ids } from '#libs/kernel';
import type { EventLog, WritePath } from '#libs/messaging';
import type { Database } from '#libs/persistence';
import { isPaidThroughout } from '../../domain/standing/standing.js';
import { answerOf } from '../../domain/sign-up/sign-up.js';
import {
  SignUps,
  type AnsweredSignUp,
  type DecideSignUpCommand,
  type SignUpCommand,
  type SignUpOutcome,
} from '../../use-cases/sign-ups.js';
import type { Pseudonyms } from '../vault/pseudonyms.js';
import type { Vault } from '../vault/vault.js';
import { openReviews } from './identity-review-rows.js';
import { later } from './later.js';
import { findSignUp, loadSignUps } from './load-sign-ups.js';
import { messagesOf } from './sign-up-events.js';
import type { NamedSignUp, SignUpsInHand } from './sign-ups-in-hand.js';
import { writePeople } from './write-people.js';
import { writeMemberships, writeResults } from './write-sign-ups.js';

/** What a store needs to name, date and hide what it stores. */
export interface StoreTools {
  readonly vault: Vault;
  readonly pseudonyms: Pseudonyms;
  readonly clock: Clock;
  readonly ids: Ids;
}

const SERIALS = `select nextval('member_serial') as serial from generate_series(1, $1)`;

/** A preview shows no numbers, so it draws none. */
const NO_SERIAL = 0;

/** Sign-ups, persons and memberships in PostgreSQL. */
export class PostgresSignUps extends SignUps {
  constructor(
    private readonly database: Database,
    private readonly writes: WritePath,
    private readonly log: EventLog,
    private readonly tools: StoreTools,
  ) {
    super();
  }

  override change(
    batch: Batch<SignUpCommand>,
    decide: DecideSignUpCommand,
  ): Promise<readonly SignUpOutcome[]> {
    return this.writes.run(batch, async (tx, commands) => {
      const named = commands.map((command) => this.named(command));
      await tx.lock(named.flatMap(({ signUpId, nikToken }) => [`sign-up:${signUpId}`, `person:${nikToken}`]));
      const hand = await loadSignUps(tx, named, this.tools.vault);
      const serials = await tx.query<{ serial: string }>(SERIALS, [named.length]);
      const events: NewEvent[] = [];
      const outcomes = named.map((one, index) =>
        this.take(one, Number(serials[index]!.serial), decide, hand, events),
      );
      if (hand.registered.length > 0) {
        await writePeople(tx, hand.registered, this.tools.vault);
        await writeMemberships(tx, hand.registered);
        await openReviews(tx, hand.doubts);
      }
      if (events.length > 0) await writeResults(tx, hand);
      await this.log.append(tx, events);
      return outcomes;
    });
  }

  override async preview(command: SignUpCommand, decide: DecideSignUpCommand): Promise<SignUpOutcome> {
    const one = this.named(command);
    return this.take(one, NO_SERIAL, decide, await loadSignUps(this.database, [one], this.tools.vault), []);
  }

  override find(signUpId: string): Promise<AnsweredSignUp | null> {
    return findSignUp(this.database, signUpId);
  }

  private named(command: SignUpCommand): NamedSignUp {
    const { pseudonyms } = this.tools;
    return {
      command,
      signUpId: command.data.signUpId.toLowerCase(),
      nikToken: pseudonyms.nikToken(command.data.person.nik),
      contentHash: pseudonyms.contentHash(command.data),
    };
  }

  /** Decides one sign-up on what is in hand, takes its events in, and adds the messages that follow. */
  private take(
    one: NamedSignUp,
    serial: number,
    decide: DecideSignUpCommand,
    hand: SignUpsInHand,
    messages: NewEvent[],
  ): SignUpOutcome {
    const { clock, ids } = this.tools;
    const before = hand.signUp(one);
    const recordedAt = later(clock.recordedAt(one.command.recordedAt), before.recordedAt);
    const { person, identities } = hand.person(one);
    const { channels, agents, employerSizes, regionChanges } = hand.registers;
    const outcome = decide(one.command, {
      signUp: before.signUp,
      person,
      identities,
      contentHash: one.contentHash,
      personId: ids.next(),
      membershipId: ids.next(),
      serial,
      recordedAt,
      channelOf: (code) => channels.get(code) ?? null,
      agentOf: (code) => agents.get(code) ?? null,
      regionChangeOf: (code) => regionChanges.get(code) ?? null,
      employerSize: (code) => employerSizes.get(code) ?? null,
      isPaidThroughout: (id, from, through) => isPaidThroughout(hand.standing(id), from, through),
    });
    for (const event of outcome.kind === 'happened' ? outcome.events : []) {
      const partOf = hand.registers.channelsAbove(one.command.data.channel.code);
      messages.push(...messagesOf(one, event, { recordedAt, sequence: before.version + 1, partOf }, ids));
      hand.apply(one, event, recordedAt);
    }
    const { signUp } = hand.signUp(one);
    if (signUp.status === 'unanswered') throw new Error('a decision must leave its sign-up answered');
    return { ...outcome, answer: answerOf(outcome), result: signUp.result };
  }
}
