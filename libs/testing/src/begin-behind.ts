import { allTopics } from '#libs/contracts';
import { connectKafka, ensureTopics, messagingMigrations } from '#libs/messaging';
import { openDatabase } from '#libs/persistence';

/**
 * Makes the topics that are missing, and lets a service with a new database begin behind what lies in them: whatever
 * other tests have sent by now is no affair of this one, and reading it would take longer with each of them.
 */
export const beginBehind = async (
  brokers: readonly string[],
  { consumer, databaseUrl }: { readonly consumer: string; readonly databaseUrl: string },
): Promise<void> => {
  await ensureTopics(brokers, allTopics);
  const kafka = connectKafka({ brokers, clientId: 'begin-behind' });
  const ends = await kafka.ends(allTopics.map(({ name }) => name));
  await kafka.close();
  const database = await openDatabase({ url: databaseUrl, migrations: messagingMigrations, poolSize: 2 });
  await database.query(
    `insert into consumer_position (consumer, topic, partition, next_offset)
     select $1, * from unnest($2::text[], $3::integer[], $4::bigint[])`,
    [
      consumer,
      ends.map(({ topic }) => topic),
      ends.map(({ partition }) => partition),
      ends.map(({ high }) => String(high)),
    ],
  );
  await database.close();
};
