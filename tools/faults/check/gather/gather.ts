import { createHash } from 'node:crypto';
import { envelopeOf } from '../../load/plan/inputs.js';
import { slotOf } from '../../load/plan/place.js';
import type { Ledger } from '../../load/ledger.js';
import { inputOfMessage } from '../../load/sending/messages.js';
import type { ServiceName, Target } from '../../load/target.js';
import { Findings } from '../findings.js';
import { CLAIMS, CONTRIBUTIONS, MEMBERS, SERVICES, TOPICS, topicNamed } from '../topics.js';
import type { Log, Logged, PartitionEnds } from './log.js';
import { LogDigests } from './log-digests.js';
import { regionCodes } from './regions.js';
import { Session } from './session.js';
import { LOGGED, ONCE, TOLD } from './tables.js';
import { putTold } from './told.js';

/** A message that must have been parked where it lies. */
export interface ToBeParked {
  readonly topic: string;
  readonly partition: number;
  readonly offset: bigint;
  readonly n: number;
  readonly key: string;
}

/** What lies on the inbound topics, put beside what was sent. */
export interface Arrivals {
  /** For each input how often it lies there with the content that it was sent with; no more than 255. */
  readonly times: Uint8Array;
  /** About messages that nobody sent, or sent otherwise. */
  readonly strange: Findings;
  /** Messages that no service can take, and those behind them, as they lie in the log. */
  readonly toBeParked: readonly ToBeParked[];
}

/** What was done to the system that leaves traces where everything is right. */
export interface OnPurpose {
  /** Events of one subject were published in the wrong order, and an operator had them sent again in the right one. */
  readonly isSwapped: boolean;
  /** Reporting was set back, and has read a part of the log twice. */
  readonly isReread: boolean;
}

const NOTHING: OnPurpose = { isSwapped: false, isReread: false };

/** All that the invariants are checked on. */
export interface Gathered {
  readonly sessions: Readonly<Record<ServiceName, Session>>;
  /** Where the partitions ended when the reading began. */
  readonly ends: readonly PartitionEnds[];
  /** Where they end now. */
  readonly endsNow: () => Promise<readonly PartitionEnds[]>;
  readonly arrivals: Arrivals;
  readonly logDigests: LogDigests;
  /** The services themselves; null where only what they left behind is looked at. */
  readonly target: Target | null;
  readonly onPurpose: OnPurpose;
  close(): Promise<void>;
}

const md5 = (value: Buffer | string) => createHash('md5').update(value).digest('hex');

const OWN_KEY_WAITS = (n: number): boolean => {
  const slot = slotOf(n);
  return slot.act === 'poison' || (slot.act === 'sign-up' && slot.isBehind);
};

class ArrivalsInHand implements Arrivals {
  readonly times: Uint8Array;
  readonly strange = new Findings();
  readonly toBeParked: ToBeParked[] = [];

  constructor(private readonly ledger: Ledger) {
    this.times = new Uint8Array(ledger.count);
  }

  take(message: Logged): void {
    const { topic, partition, offset, key } = message;
    const place = `${topic} ${partition}/${offset}`;
    this.strange.looking();
    const n = inputOfMessage(this.ledger.seed, message.header('ce_id') ?? '');
    if (n === null || n >= this.ledger.count) {
      this.strange.violated(`the message at ${place} is none of the inputs`);
      return;
    }
    if (!this.isAsSent(n, message)) this.strange.violated(`input ${n} lies at ${place} with other content`);
    else this.times[n] = Math.min(this.times[n]! + 1, 255);
    if (OWN_KEY_WAITS(n)) this.toBeParked.push({ topic, partition, offset, n, key: key ?? '' });
  }

  private isAsSent(n: number, { topic, key, value }: Logged): boolean {
    const sent = envelopeOf(this.ledger.seed, n, this.ledger.codeOf);
    return sent?.topic === topic && sent.key === key && sent.value === (value?.toString() ?? null);
  }
}

const TOLD_TOPICS = new Set([MEMBERS, CONTRIBUTIONS, CLAIMS]);

const putLogged = (session: Session, message: Logged): void => {
  const { topic, partition, offset, key, value, header } = message;
  session.put('logged', [
    topic,
    partition,
    String(offset),
    key,
    header('ce_id'),
    header('ce_type'),
    header('ce_subject'),
    header('ce_sequence'),
    value === null ? null : md5(value),
  ]);
};

const openSessions = async (databases: Readonly<Record<ServiceName, string>>) => {
  const opened = await Promise.all(
    SERVICES.map(async (service) => [service, await Session.open(databases[service])] as const),
  );
  return Object.fromEntries(opened) as Record<ServiceName, Session>;
};

const prepareTables = async (sessions: Gathered['sessions']): Promise<void> => {
  for (const service of SERVICES) await sessions[service].query(LOGGED);
  for (const table of TOLD) await sessions.reporting.query(table);
};

const settleTables = async (sessions: Gathered['sessions']): Promise<void> => {
  for (const service of SERVICES) {
    await sessions[service].flush(true);
    await sessions[service].query('analyze logged');
  }
  for (const table of ONCE) await sessions.reporting.query(table);
};

/** What the services have left behind, and themselves where they can still be asked. */
export interface Left {
  readonly log: Log;
  readonly databases: Readonly<Record<ServiceName, string>>;
  readonly target?: Target | null;
  readonly onPurpose?: OnPurpose;
}

const isBefore = (ends: readonly PartitionEnds[], { topic, partition, offset }: Logged): boolean =>
  ends.some((end) => end.topic === topic && end.partition === partition && offset < end.high);

/** Reads all topics once, from the beginning to their ends, and puts what they hold beside the databases' own rows. */
export const gather = async (left: Left, ledger: Ledger): Promise<Gathered> => {
  const { log, databases, target = null, onPurpose = NOTHING } = left;
  const sessions = await openSessions(databases);
  const close = async () => {
    for (const service of SERVICES) await sessions[service].close();
  };
  try {
    await prepareTables(sessions);
    const arrivals = new ArrivalsInHand(ledger);
    const logDigests = new LogDigests();
    const regions = regionCodes();
    const endsNow = () => log.ends(TOPICS.map(({ name }) => name));
    const ends = await endsNow();
    const take = (message: Logged) => {
      const { writer } = topicNamed(message.topic);
      if (writer === null) return arrivals.take(message);
      putLogged(sessions[writer], message);
      if (!TOLD_TOPICS.has(message.topic)) return;
      putTold(sessions.reporting, message, regions);
      if (isBefore(ends, message)) logDigests.take(message);
    };
    await log.read(ends, take, async () => {
      await Promise.all(SERVICES.map((service) => sessions[service].flush(false)));
    });
    await settleTables(sessions);
    return { sessions, ends, endsNow, arrivals, logDigests, target, onPurpose, close };
  } catch (error) {
    await close();
    throw error;
  }
};
