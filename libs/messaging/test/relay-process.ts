import { openDatabase } from '#libs/persistence';
import { testBrokers } from '#libs/testing';
import { connectKafka, Relay } from '../src/index.js';

/** A relay in a process of its own, until it is ended: its argument is the address of the database. */
const database = await openDatabase({ url: process.argv[2]!, migrations: [] });
const relay = new Relay(
  database,
  connectKafka({ brokers: testBrokers(), clientId: 'relay-process' }),
  '/test',
);
relay.start();
