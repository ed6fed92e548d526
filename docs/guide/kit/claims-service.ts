import { randomUUID } from 'node:crypto';
import { createHttpApp } from '#libs/http';
import { ParkedMessages, StoryClock } from '#libs/kernel';
import { connectKafka, KafkaTransport, type OutgoingMessage } from '#libs/messaging';
import { Database } from '#libs/persistence';
import { beginBehind, dropDatabase, freshDatabaseUrl, openIssuer, testBrokers } from '#libs/testing';
import { claimsModule } from '../../../apps/claims/src/claims.module.js';

/** The whole service of claims as it runs, with a database of its own. */
export const startClaims = async () => {
  const brokers = testBrokers();
  const databaseUrl = freshDatabaseUrl('guide_claims');
  const tokens = await openIssuer();
  const kafka = connectKafka({ brokers, clientId: `guide-claims-${randomUUID()}` });
  await beginBehind(brokers, { consumer: 'claims', databaseUrl });
  const module = claimsModule({
    brokers,
    databaseUrl,
    host: '127.0.0.1',
    port: 0,
    clock: new StoryClock('2024-12-17'),
    issuer: undefined,
    dataFolder: tokens.dataFolder,
    logLevel: 'silent',
  });
  const app = await createHttpApp(module, { title: 'claims' });
  app.connectMicroservice({ strategy: app.get(KafkaTransport) });
  await app.startAllMicroservices();
  await app.init();
  const producer = await kafka.producer();
  return {
    kafka,
    database: app.get(Database),
    parked: app.get(ParkedMessages),
    /** How often a verdict was given since the service began, such as `ignored:redelivery`. */
    verdicts: (verdict: string): number =>
      app
        .get(KafkaTransport)
        .tally.entries()
        .filter(([, given]) => given === verdict)
        .reduce((sum, [, , count]) => sum + count, 0),
    publish: (...messages: readonly OutgoingMessage[]) => producer.send(messages),
    close: async () => {
      await app.close();
      await kafka.close();
      await dropDatabase(databaseUrl);
      await tokens.close();
    },
  };
};
