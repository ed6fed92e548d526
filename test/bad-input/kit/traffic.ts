import type { EventContract } from '#libs/contracts';
import type { Producer } from 'kafkajs';
import { contentIn, contentOfKey, rawOf, type Raw } from './good-messages.js';
import type { Kind } from './kind.js';
import { batchBytesOf } from './record-size.js';

/** A message that was sent: where it lies, or that the broker did not take it. */
export interface Sent {
  readonly eventId: string;
  /** Null: refused by the broker. */
  readonly offset: bigint | null;
  /** When the broker had it, ms of the monotonic clock. */
  readonly at: number;
}

/** A bad message, good ones of other keys around it, and a later good one of its own key. */
interface Round<Message> {
  readonly kind: Kind;
  readonly bad: Message;
  readonly others: readonly Message[];
  readonly own: Message;
}

export interface SentRound extends Round<Sent> {
  /** The key that the bad message bears. */
  readonly key: string | null;
}

export interface Traffic {
  readonly topic: string;
  readonly partition: number;
  readonly rounds: readonly SentRound[];
  /** The offset behind the last message. */
  readonly end: bigint;
}

const roundOf = (kind: Kind, contract: EventContract, partition: number): Round<Raw> => {
  const good = () => contentIn(contract, partition);
  const content = good();
  const contentKey = contract.key(content);
  const bad = kind.spoil(rawOf(contract, content, 1), contract, contract.key(good()));
  const sequenceOf = (later: object) => (contract.subject(later) === contract.subject(content) ? 2 : 1);
  const laterOf = (key: string) => {
    const later = contentOfKey(contract, key);
    return rawOf(contract, later, sequenceOf(later));
  };
  // whoever knows the new type says more about the same subject behind it
  const isPassedOver = kind.fate(contract.topic).startsWith('passed-over');
  const own = isPassedOver ? rawOf(contract, content, 2) : laterOf(bad.key ?? contentKey);
  const others = [rawOf(contract, good(), 1), rawOf(contract, good(), 1)];
  // a message under a wrong key must not hold back whom it speaks of
  if (bad.key !== null && bad.key !== contentKey) others.push(laterOf(contentKey));
  return { kind, bad, others, own };
};

const eventIdOf = ({ headers }: Raw): string => String(headers['ce_id'] ?? '');

/** One request carries so much; what is larger goes alone. */
const REQUEST_BYTES = 256 * 1024;

const requestsOf = (messages: readonly Raw[]): Raw[][] => {
  const requests: Raw[][] = [];
  let filled = Infinity;
  for (const message of messages) {
    const bytes = batchBytesOf(message);
    filled += bytes;
    if (filled > REQUEST_BYTES) {
      requests.push([]);
      filled = bytes;
    }
    requests.at(-1)!.push(message);
  }
  return requests;
};

const sendRequest = async (
  producer: Producer,
  { topic, partition }: Pick<Traffic, 'topic' | 'partition'>,
  messages: readonly Raw[],
): Promise<(bigint | null)[]> => {
  const request = { topic, acks: -1, messages: messages.map((message) => ({ ...message, partition })) };
  try {
    const [answer] = await producer.send(request);
    return messages.map((_, index) => BigInt(answer!.baseOffset!) + BigInt(index));
  } catch (error) {
    if (messages.length > 1) throw error;
    return [null];
  }
};

/** A message that the broker may refuse would take its neighbours in the request with it. */
const mayBeRefused = ({ kind }: Round<Raw>, contract: EventContract) =>
  kind.fate(contract.topic) === 'refused-by-broker';

/** Sends a round of each kind to one partition, one behind the other. */
export const sendTraffic = async (
  producer: Producer,
  { contract, partition }: { contract: EventContract; partition: number },
  kinds: readonly Kind[],
): Promise<Traffic> => {
  const at = { topic: contract.topic.name, partition };
  const rounds = kinds.map((kind) => roundOf(kind, contract, partition));
  const inOrder = rounds.flatMap((round) => {
    const [first, ...more] = round.others;
    const line = [first!, round.bad, ...more, round.own];
    return mayBeRefused(round, contract) ? line.map((message) => [message]) : requestsOf(line);
  });
  const sent = new Map<Raw, Sent>();
  for (const messages of inOrder) {
    const offsets = await sendRequest(producer, at, messages);
    messages.forEach((message, index) =>
      sent.set(message, { eventId: eventIdOf(message), offset: offsets[index]!, at: performance.now() }),
    );
  }
  const last = sent.get(rounds.at(-1)!.own)!;
  return {
    ...at,
    end: last.offset! + 1n,
    rounds: rounds.map(({ kind, bad, others, own }) => ({
      kind,
      key: bad.key,
      bad: sent.get(bad)!,
      others: others.map((other) => sent.get(other)!),
      own: sent.get(own)!,
    })),
  };
};
