import type { Message } from '#libs/contracts';
import type { Transaction } from '#libs/persistence';
import type { TopicReader } from './positions.js';

/** The place of an event that a reader does not take: it counts in the stream of its subject all the same. */
export interface Place {
  readonly subject: string;
  readonly sequence: number;
}

const NOTE = `
  insert into passed_over_event (consumer, topic, subject, sequence)
  select $1, $2, * from unnest($3::text[], $4::bigint[]) on conflict do nothing
  returning subject, sequence::int as sequence`;

const KNOWN = `
  select subject, sequence::int as sequence from passed_over_event
   where consumer = $1 and topic = $2 and subject = any($3)`;

/** Keeps in mind what was passed over, so that what comes behind it leaves no gap; answers which of it was new. */
export const notePassedOver = async (
  tx: Transaction,
  { consumer, topic }: TopicReader,
  places: readonly Place[],
): Promise<readonly Place[]> => {
  if (places.length === 0) return [];
  const [subjects, sequences] = [
    places.map(({ subject }) => subject),
    places.map(({ sequence }) => sequence),
  ];
  return tx.query<Place>(NOTE, [consumer, topic, subjects, sequences]);
};

const textOf = ({ subject, sequence }: Place) => `${sequence} ${subject}`;

const behind = (message: Message, passedOver: ReadonlySet<string>): Message => {
  let follows = message.sequence - 1;
  while (passedOver.has(textOf({ subject: message.subject, sequence: follows }))) follows -= 1;
  return follows === message.sequence - 1 ? message : { ...message, follows };
};

/** The messages, each knowing which one it follows where those between were passed over, before now or just now. */
export const inSequence = async (
  tx: Pick<Transaction, 'query'>,
  { consumer, topic }: TopicReader,
  messages: readonly Message[],
  justNow: readonly Place[],
): Promise<readonly Message[]> => {
  const subjects = messages.filter(({ sequence }) => sequence > 1).map(({ subject }) => subject);
  if (subjects.length === 0) return messages;
  const known = await tx.query<Place>(KNOWN, [consumer, topic, [...new Set(subjects)]]);
  if (known.length + justNow.length === 0) return messages;
  const passedOver = new Set([...known, ...justNow].map(textOf));
  return messages.map((message) => behind(message, passedOver));
};
