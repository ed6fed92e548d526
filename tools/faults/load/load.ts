import { setTimeout as sleep } from 'node:timers/promises';
import { Ledger } from './ledger.js';
import { needsOf } from './plan/inputs.js';
import { BLOCK, slotOf } from './plan/place.js';
import { Caller, type Answer } from './sending/caller.js';
import { ClaimLane } from './sending/claim-lane.js';
import { HttpLane } from './sending/http-lane.js';
import { KafkaLane } from './sending/kafka-lane.js';
import { ResultReader, type Joined } from './sending/result-reader.js';
import type { Target } from './target.js';
import { Waiting } from './waiting.js';

export { Ledger } from './ledger.js';
export { prepare } from './prepare.js';
export type { Target } from './target.js';

export interface Counts {
  /** Inputs that could be sent: nothing that they need is missing. */
  readonly sent: number;
  readonly acknowledged: number;
  readonly refused: number;
  /** Attempts that brought no answer, or one of "later", and were followed by another. */
  readonly unanswered: number;
  /** Those of them that were made over HTTP. */
  readonly unansweredOverHttp: number;
  /** Answers that were errors of a service and no outages, by what was asked. */
  readonly failures: Readonly<Record<string, number>>;
  /** The longest that an input took from when it could be sent to its last word; claims, which take steps, apart. */
  readonly slowestMs: number;
}

export interface Load {
  readonly counts: Counts;
  /** So many inputs are sent a second from now on, or more where many waited for the same. */
  pace(perSecond: number): void;
  /**
   * No new inputs, but those of the block that was begun; what is not acknowledged is sent again until it is, so long
   * as `patienceMs` allows. What is still open then stands in the ledger as sent.
   */
  stop(patienceMs?: number): Promise<Ledger>;
}

const TICK_MS = 10;
const LOOK_MS = 50;
const PATIENCE_MS = 600_000;

class RunningLoad implements Load {
  private readonly ledger: Ledger;
  private readonly waiting: Waiting;
  private readonly caller: Caller;
  private readonly kafka: KafkaLane;
  private readonly http: HttpLane;
  private readonly claims: ClaimLane;
  private readonly results: ResultReader;
  private readonly membershipIds = new Map<number, string>();
  private readonly dueAtMs = new Map<number, number>();
  private readonly tally = { sent: 0, acknowledged: 0, refused: 0, slowestMs: 0 };
  private perSecond: number;
  private stopping = false;
  private readonly making: Promise<void>;

  constructor(target: Target, { seed, perSecond, limit = Infinity, underWayMax = Infinity }: Given) {
    const ended = (n: number, answer: Answer) => this.answered(n, answer);
    this.ledger = new Ledger(seed);
    this.waiting = new Waiting(this.ledger, (n) => this.due(n));
    this.caller = new Caller(target);
    this.kafka = new KafkaLane(target.kafka, this.ledger, (n) => this.end(n, 'acknowledged'));
    this.http = new HttpLane(this.caller, this.ledger, ended);
    this.claims = new ClaimLane(this.caller, this.ledger, ended);
    this.results = new ResultReader(target.kafka, seed, (joined) => this.joined(joined));
    this.perSecond = perSecond;
    this.making = this.make(limit, underWayMax);
  }

  pace(perSecond: number): void {
    this.perSecond = perSecond;
  }

  get counts(): Counts {
    const { tries, failures } = this.caller;
    return {
      ...this.tally,
      unanswered: tries + this.kafka.tries,
      unansweredOverHttp: tries,
      failures: Object.fromEntries(failures),
    };
  }

  async stop(patienceMs = PATIENCE_MS): Promise<Ledger> {
    this.stopping = true;
    await this.making;
    const until = performance.now() + patienceMs;
    while (this.waiting.size + this.dueAtMs.size > 0 && performance.now() < until) await sleep(LOOK_MS);
    await this.results.close();
    await this.kafka.close();
    this.caller.close();
    return this.ledger;
  }

  /**
   * Makes inputs so that as many as the rate says can be sent, whatever becomes of them: for those that wait for others
   * there are more. Ends with a whole block.
   */
  private async make(limit: number, underWayMax: number): Promise<void> {
    await this.results.start();
    let owed = 0;
    let sentBefore = 0;
    let lookedAt = performance.now();
    const mayEnd = (n: number) => n % BLOCK === 0 && (this.stopping || n >= limit);
    while (!mayEnd(this.ledger.count)) {
      const now = performance.now();
      owed += ((now - lookedAt) / 1_000) * this.perSecond;
      lookedAt = now;
      const isOwed = () => this.tally.sent - sentBefore < owed && this.dueAtMs.size < underWayMax;
      while (isOwed() && !mayEnd(this.ledger.count)) this.waiting.put(this.ledger.add());
      owed = Math.max(0, owed - (this.tally.sent - sentBefore));
      sentBefore = this.tally.sent;
      await sleep(TICK_MS);
    }
  }

  private due(n: number): void {
    this.tally.sent += 1;
    this.dueAtMs.set(n, performance.now());
    const slot = slotOf(n);
    if (slot.act === 'claim') this.claims.put(n, this.membershipIds.get(needsOf(n).codes[0]!)!);
    else if (slot.via === 'kafka') this.kafka.put(n);
    else this.http.put(n);
  }

  private answered(n: number, { status, body }: Answer): void {
    const { memberNumber, membershipId } = body;
    if (typeof memberNumber === 'string' && typeof membershipId === 'string' && slotOf(n).act === 'sign-up')
      this.joined({ n, memberNumber, membershipId });
    this.end(n, status < 300 ? 'acknowledged' : 'refused');
  }

  private joined({ n, memberNumber, membershipId }: Joined): void {
    const slot = slotOf(n);
    if (n >= this.ledger.count || slot.act !== 'sign-up' || this.ledger.knowsMember(n)) return;
    this.ledger.noteMember(n, memberNumber);
    if (slot.as === 'claimant') this.membershipIds.set(n, membershipId);
    this.waiting.codeKnown(n);
  }

  private end(n: number, state: 'acknowledged' | 'refused'): void {
    this.ledger.note(n, state);
    this.tally[state] += 1;
    const tookMs = slotOf(n).act === 'claim' ? 0 : performance.now() - this.dueAtMs.get(n)!;
    this.tally.slowestMs = Math.max(this.tally.slowestMs, tookMs);
    this.dueAtMs.delete(n);
    this.waiting.ended(n);
  }
}

interface Given {
  readonly seed: number;
  /** Inputs a second, both ways in together. */
  readonly perSecond: number;
  /** After so many inputs, rounded up to whole blocks, no more are made. */
  readonly limit?: number;
  /** Nor are any, while so many have no last word: a rate that waits for the system. */
  readonly underWayMax?: number;
}

/** Begins to send the inputs of a seed at a rate that does not wait for the system, unless it is told to. */
export const startLoad = (target: Target, given: Given): Load => new RunningLoad(target, given);
