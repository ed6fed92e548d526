import { assertNever } from '#libs/kernel';
import type { Fact } from '../../domain/coverage/fact.js';
import type { PersonHistory } from '../../domain/coverage/history.js';
import { ByteWriter } from './byte-writer.js';
import { FACT_KINDS, HISTORY_VERSION, NONE, STREAM_KIND_CHARACTERS } from './history-format.js';

/** Hands out places to values, each once. A person has few, so looking through them is fastest. */
class Places {
  readonly values: string[] = [];

  of(value: string): number {
    const known = this.values.indexOf(value);
    return known === -1 ? this.values.push(value) - 1 : known;
  }
}

class Encoder {
  private readonly body = new ByteWriter();
  private readonly head = new ByteWriter();
  private ids = new Places();
  private texts = new Places();

  encode(history: PersonHistory): Buffer {
    this.ids = new Places();
    this.texts = new Places();
    this.body.count(history.sequences.size);
    for (const [stream, sequence] of history.sequences) this.stream(stream, sequence);
    this.body.count(history.facts.length);
    let before = 0;
    for (const fact of history.facts) {
      this.fact(fact, fact.at - before);
      before = fact.at;
    }
    return this.withHead();
  }

  private withHead(): Buffer {
    this.head.byte(HISTORY_VERSION);
    this.head.count(this.ids.values.length);
    for (const id of this.ids.values) this.head.id(id);
    this.head.count(this.texts.values.length);
    for (const text of this.texts.values) this.head.text(text);
    return Buffer.concat([this.head.take(), this.body.take()]);
  }

  private stream(stream: string, sequence: number): void {
    this.body.count(this.texts.of(stream.slice(0, STREAM_KIND_CHARACTERS)));
    this.body.count(this.ids.of(stream.slice(STREAM_KIND_CHARACTERS)));
    this.body.count(sequence);
  }

  private fact(fact: Fact, since: number): void {
    this.body.byte(FACT_KINDS.indexOf(fact.kind));
    this.body.signed(since);
    this.body.id(fact.id);
    this.particulars(fact);
  }

  private maybe(value: number | null): void {
    this.body.count(value === null ? NONE : value + 1);
  }

  private particulars(fact: Fact): void {
    const { body } = this;
    switch (fact.kind) {
      case 'registered':
        body.count(this.ids.of(fact.membershipId));
        body.signed(fact.registeredOn);
        for (const value of [fact.segment, fact.programmes, fact.payer, fact.groups, fact.channelKind])
          body.count(value);
        body.count(this.texts.of(fact.channelCode));
        this.maybe(fact.residence === null ? null : this.texts.of(fact.residence));
        this.maybe(fact.campaign === null ? null : this.texts.of(fact.campaign));
        body.count(fact.channelsAbove.length);
        for (const code of fact.channelsAbove) body.count(this.texts.of(code));
        return undefined;
      case 'moved':
        body.signed(fact.effectiveOn);
        return body.count(this.texts.of(fact.residence));
      case 'changed':
        body.count(this.ids.of(fact.membershipId));
        body.signed(fact.effectiveOn);
        for (const value of [fact.segment, fact.programmes, fact.payer, fact.groups]) this.maybe(value);
        return undefined;
      case 'ended':
        body.count(this.ids.of(fact.membershipId));
        body.signed(fact.endedOn);
        return body.byte(Number(fact.died));
      case 'paid':
        body.count(this.ids.of(fact.membershipId));
        body.id(fact.contributionId);
        for (const value of [fact.segment, fact.programmes, fact.payer]) body.count(value);
        body.signed(fact.from);
        body.signed(fact.through - fact.from);
        return body.byte(Number(fact.event));
      case 'reversed':
        return body.id(fact.contributionId);
      default:
        return assertNever(fact);
    }
  }
}

const encoder = new Encoder();

/** The history as bytes. */
export const encodeHistory = (history: PersonHistory): Buffer => encoder.encode(history);
