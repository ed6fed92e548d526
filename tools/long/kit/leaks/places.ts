import pg from 'pg';
import { allTopics, paymentsTopic, signUpsTopic } from '#libs/contracts';
import { connectKafka } from '#libs/messaging';
import { eventually } from '#libs/testing';
import type { System } from '../system.js';
import type { Needles } from './forms.js';
import { filesBelow, leaksIn, leaksInFile, type Leak } from './search.js';

/** The two topics that carry what identifies people. */
export const INBOUND: readonly string[] = [signUpsTopic.name, paymentsTopic.name];

/** The inbound topics may carry it; the broker's indexes are gigabytes of nothing but offsets. */
const NOT_LOOKED_THROUGH = /(channel\.sign-ups|gateway\.payments)\.v1-\d+[./]|\.(index|timeindex)$/;
const QUIET_MS = 3_000;
const READ_MS = 60_000;

/** What lies on the topics: keys, contents and headers of every message. */
export const leaksOnTopics = async (
  brokers: readonly string[],
  needles: Needles,
): Promise<readonly Leak[]> => {
  const kafka = connectKafka({ brokers: [...brokers], clientId: 'cakupan-leaks' });
  const leaks: Leak[] = [];
  let heardAt = performance.now();
  try {
    await kafka.consume({
      groupId: `cakupan-leaks-${process.pid}-${Math.round(performance.now())}`,
      topics: allTopics.map(({ name }) => name),
      positions: async (assigned) => assigned.map(() => 0n),
      receive: ({ topic, messages }) => {
        heardAt = performance.now();
        for (const { key, value, headers } of messages)
          for (const part of [key, value, Buffer.from(JSON.stringify(headers)), ...Object.values(headers)])
            if (part) leaks.push(...leaksIn(`topic ${topic}`, Buffer.from(part), needles));
      },
      failed: () => undefined,
    });
    await eventually(() => performance.now() - heardAt > QUIET_MS, READ_MS);
  } finally {
    await kafka.close();
  }
  return leaks;
};

const leaksInDatabase = async (service: string, url: string, needles: Needles): Promise<readonly Leak[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public'`,
    );
    const leaks: Leak[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ text: string }>(`select t::text as text from ${name} t`);
      const all = Buffer.from(rows.map(({ text }) => text).join('\n'));
      leaks.push(...leaksIn(`table ${service}.${name}`, all, needles));
    }
    await client.query('checkpoint');
    return leaks;
  } finally {
    await client.end();
  }
};

/** What lies in the tables of all services; what they hold is written to their files then. */
export const leaksInTables = async ({ stack }: System, needles: Needles): Promise<readonly Leak[]> => {
  const found = await Promise.all(
    Object.entries(stack.postgres).map(([service, url]) => leaksInDatabase(service, url, needles)),
  );
  return found.flat();
};

/** What lies in files: of databases, with their write-ahead log, of the broker, and logs. */
export const leaksInFiles = async (
  folder: string,
  needles: Needles,
): Promise<{ readonly files: number; readonly leaks: readonly Leak[] }> => {
  const files = await filesBelow(folder, NOT_LOOKED_THROUGH);
  const leaks: Leak[] = [];
  for (const file of files) leaks.push(...(await leaksInFile(file, needles)));
  return { files: files.length, leaks };
};

/** What the figures for Prometheus say. */
export const leaksInMetrics = async ({ stack }: System, needles: Needles): Promise<readonly Leak[]> => {
  const found = await Promise.all(
    Object.entries(stack.services).map(async ([service, address]) => {
      const text = await (await fetch(`${address}/metrics`)).text();
      return leaksIn(`metrics ${service}`, Buffer.from(text), needles);
    }),
  );
  return found.flat();
};
