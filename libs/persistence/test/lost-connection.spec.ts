import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { openTestDatabase, type TestDatabase } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DependencyUnavailable, openDatabase } from '../src/index.js';

const READY = Buffer.from('Z\0\0\0\x05I', 'latin1');
const FIELDS = 'SFATAL\0VFATAL\0C57P01\0Mterminating connection due to administrator command\0\0';
const LENGTH = Buffer.alloc(4);
LENGTH.writeInt32BE(FIELDS.length + 4);
const TERMINATED = Buffer.concat([Buffer.from('E'), LENGTH, Buffer.from(FIELDS)]);

let store: TestDatabase;
let server: Server;
/** Whether the server ends each connection with the very bytes by which it says that it is ready. */
let isEnding = false;

beforeAll(async () => {
  store = await openTestDatabase('lost', { migrations: [] });
  const { hostname, port } = new URL(store.url);
  server = createServer((client) => {
    const database = connect(Number(port), hostname);
    client.pipe(database);
    database.on('data', (bytes: Buffer) => {
      const isReady = bytes.subarray(-READY.length).equals(READY);
      client.write(isEnding && isReady ? Buffer.concat([bytes, TERMINATED]) : bytes);
    });
    for (const socket of [client, database]) socket.on('error', () => undefined);
    client.on('close', () => database.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(async () => {
  server.close();
  await store.drop();
});

describe('a connection that is lost while it changes hands', () => {
  it('ends nothing but the work that asked for it', async () => {
    const url = new URL(store.url);
    url.hostname = '127.0.0.1'; // the database of a container is elsewhere
    url.port = String((server.address() as AddressInfo).port);
    const database = await openDatabase({ url: url.toString(), migrations: [] });
    const [one] = await database.query<{ one: number }>('select 1 as one');
    expect(one).toEqual({ one: 1 });
    isEnding = true;
    const many = Array.from({ length: 8 }, () => database.query('select 1'));
    const settled = await Promise.allSettled(many);
    const reasons = settled.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason] : []));
    expect(reasons.length).toBeGreaterThan(0);
    for (const reason of reasons) expect(reason).toBeInstanceOf(DependencyUnavailable);
    isEnding = false;
    expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
    await database.close();
  });
});
