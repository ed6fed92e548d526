import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { openDatabase } from '#libs/persistence';
import { dropDatabase, eventually, freshDatabaseUrl, testBrokers } from '#libs/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { connectKafka } from '../src/index.js';
import { openLog, type Log } from './client-log.js';
import {
  appliedIn,
  memberMigrations,
  newSteps,
  programAt,
  startMember,
  stepOf,
  type Stepped,
} from './transport-kit.js';

/** EX_SOFTWARE of sysexits.h. */
const EXIT_FATAL = 70;

let log: Log;
let url: string;
let consumer: string;
let stepped: Stepped;

beforeEach(async () => {
  log = await openLog();
  url = freshDatabaseUrl('outside');
  consumer = `outside-${randomUUID().slice(0, 8)}`;
  stepped = await newSteps('outside');
});
afterEach(async () => {
  await log.close();
  await dropDatabase(url);
});

/** Somebody has read partition 0 up to there. */
const standAt = async (position: number) => {
  const database = await openDatabase({ url, migrations: memberMigrations });
  await database.query(
    'insert into consumer_position (consumer, topic, partition, next_offset) values ($1, $2, 0, $3)',
    [consumer, stepped.topic.name, position],
  );
  await database.close();
};

/** Ten messages in partition 0, of which the first five are deleted. */
const fill = async () => {
  const client = connectKafka({ brokers: testBrokers(), clientId: 'outside' });
  const producer = await client.producer();
  await producer.send(Array.from({ length: 10 }, (_, index) => stepOf(stepped, 'a', index + 1, 0)));
  await client.close();
  await log.cut(stepped.topic.name, 0, 5);
};

describe('a position that the log does not hold', () => {
  it.each([
    [3, 'stands at 3', 'holds 5 to 10: 2 messages were deleted before they were read'],
    [12, 'stands at 12', 'holds 5 to 10: the topic was made anew, or has lost its end'],
  ])('is said (%i), and nothing is read from elsewhere', async (position, where, what) => {
    await fill();
    await standAt(position);
    const member = await startMember({ url, consumer, stepped });
    const [first] = await eventually(() => member.fatal.length > 0 && member.fatal);
    for (const part of [where, what, 'docs/positions.md']) expect(first!.message).toContain(part);
    expect((await appliedIn(member.database)).size).toBe(0);
    await member.close();
  });

  it('is gone on from at either end of the log', async () => {
    await fill();
    await standAt(5);
    const member = await startMember({ url, consumer, stepped });
    await eventually(async () => (await appliedIn(member.database)).get('a')?.length === 5);
    await member.close();
    const again = await startMember({ url, consumer, stepped });
    await eventually(() => again.transport.progress().length === 12);
    expect([member.fatal, again.fatal]).toEqual([[], []]);
    await again.close();
  });

  it('ends the service, with the reason as its last word', async () => {
    await fill();
    await standAt(3);
    const { program, flags } = programAt('./outage-process.ts');
    const child = spawn(program, [...flags, url, consumer, stepped.topic.name], { stdio: 'pipe' });
    const output: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (bytes: Buffer) => output.push(bytes.toString()));
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(EXIT_FATAL);
    expect(output.join('')).toContain(`OutOfRange: ${consumer} stands at 3 in ${stepped.topic.name}/0`);
  }, 90_000);
});
