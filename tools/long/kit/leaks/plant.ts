import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { membersTopic } from '#libs/contracts';
import { connectKafka } from '#libs/messaging';
import type { System } from '../system.js';
import type { Canary } from './people.js';

/** Where a leak was made, and by what it is found. */
export interface Planted {
  readonly place: RegExp;
  readonly what: string;
}

/**
 * Makes a leak of each kind in a system that runs: on a topic, in a table (which is in the files of the database and its
 * write-ahead log then), in a log and in a file.
 */
export const plantLeaks = async (
  { stack, folder }: System,
  [first, second, third]: readonly Canary[],
): Promise<readonly Planted[]> => {
  const kafka = connectKafka({ brokers: [...stack.kafka], clientId: 'cakupan-leaks' });
  const value = JSON.stringify({ note: Buffer.from(first!.person.nik).toString('base64') });
  await (await kafka.producer()).send([{ topic: membersTopic.name, key: 'leak', value, headers: {} }]);
  await kafka.close();
  const client = new pg.Client({ connectionString: stack.postgres.claims! });
  await client.connect();
  await client.query('create table leak (note text)');
  await client.query('insert into leak values ($1)', [second!.person.fullName]);
  await client.end();
  await appendFile(join(folder, 'logs', 'enrollment.log'), `{"msg":"called 0${third!.phone}"}\n`);
  await writeFile(join(folder, 'postgres', 'leak.bin'), Buffer.from(third!.person.nik));
  return [
    { place: /^topic enrollment\.members\.v1$/, what: `${first!.name} nik` },
    { place: /^table claims\.leak$/, what: `${second!.name} name` },
    { place: /postgres\/pg_wal\/|postgres\/.*\/pg_wal\//, what: `${second!.name} name` },
    { place: /postgres\/.*base\//, what: `${second!.name} name` },
    { place: /logs\/enrollment\.log$/, what: `${third!.name} phone` },
    { place: /postgres\/leak\.bin$/, what: `${third!.name} nik` },
  ];
};
