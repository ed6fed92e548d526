import { describe, expect, it, jest } from '@jest/globals';
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureTopics } from '#libs/messaging';
import { allTopics } from '#libs/contracts';
import { Client } from 'pg';
import { readHolding } from '../folder/lock.js';
import { answers } from '../processes/free-ports.js';
import { identify } from '../processes/identity.js';
import { compiled } from '../project-root.js';
import { temporaryFolders } from '../testing/temporary-folders.js';
import { WITHOUT_CONTAINERS } from '../testing/without-containers.js';
import { Program, runs, until } from './support.js';

jest.setTimeout(120_000);

const main = compiled('tools/stack/infrastructure/main');

const started = async (folder: string): Promise<Program> => {
  const program = new Program(main, ['--data', folder], WITHOUT_CONTAINERS);
  await program.says('Ready.');
  return program;
};
const folder = temporaryFolders();
const variable = (program: Program, name: string): string =>
  new RegExp(`export ${name}=(\\S+)`).exec(program.output())?.[1] ?? '';
const portOf = (address: string) => Number(address.split(':').at(-1));
const childrenOf = (path: string) =>
  readHolding(join(path, 'lock.json'))?.children.map(({ pid }) => pid) ?? [];

const asked = async (program: Program, sql: string) => {
  const client = new Client({ connectionString: variable(program, 'CAKUPAN_TEST_DATABASE') });
  await client.connect();
  try {
    return (await client.query(sql)).rows as unknown[];
  } finally {
    await client.end();
  }
};

/** What is said, on a machine with these programs in front, when nothing has been fetched yet. */
const refusal = async (path: string, env: NodeJS.ProcessEnv): Promise<string> => {
  const given = { ...WITHOUT_CONTAINERS, XDG_CACHE_HOME: join(path, 'cache'), ...env };
  const program = new Program(main, ['--data', join(path, 'data')], given);
  expect(await program.ends()).toBe(1);
  expect(program.output()).not.toContain('    at ');
  expect(readdirSync(join(path, 'data'))).toEqual(['logs']);
  return program.output();
};
const programsIn = (path: string): string => {
  const programs = join(path, 'programs');
  mkdirSync(programs);
  return programs;
};

describe('Kafka and PostgreSQL on this machine', () => {
  it('start, take topics and tables, and leave no process when they are asked to end', async () => {
    const path = folder();
    const program = await started(path);
    await ensureTopics([variable(program, 'CAKUPAN_TEST_KAFKA')], allTopics.slice(0, 1));
    expect(await asked(program, 'show max_locks_per_transaction')).toEqual([
      { max_locks_per_transaction: '1024' },
    ]);
    const children = childrenOf(path);
    expect(children).toHaveLength(2);
    expect(await program.ends('SIGINT')).toBe(0);
    expect(children.filter(runs)).toEqual([]);
    expect(existsSync(join(path, 'lock.json'))).toBe(false);
  });

  it('are refused a second time on the same folder, in a sentence, and the first is not disturbed', async () => {
    const path = folder();
    const first = await started(path);
    const second = new Program(main, ['--data', path], WITHOUT_CONTAINERS);
    expect(await second.ends()).toBe(1);
    expect(second.output()).toContain(`already runs on ${path} (process ${first.child.pid}`);
    expect(second.output()).not.toContain('    at ');
    expect(await asked(first, 'select 1 as one')).toEqual([{ one: 1 }]);
    await first.ends('SIGTERM');
  });

  it('start again after their owner was killed, with the data that was there', async () => {
    const path = folder();
    const killed = await started(path);
    await asked(killed, 'create table kept (id int)');
    const orphans = childrenOf(path);
    await killed.ends('SIGKILL');
    const next = await started(path);
    expect(orphans.filter(runs)).toEqual([]);
    expect(await asked(next, 'select count(*)::int as rows from kept')).toEqual([{ rows: 0 }]);
    await next.ends('SIGTERM');
  });

  it('end by themselves when their owner was killed and nobody comes', async () => {
    const path = folder();
    const killed = await started(path);
    const orphans = childrenOf(path);
    await killed.ends('SIGKILL');
    await until('the end of the orphans', () => !orphans.some(runs), 20_000);
    expect(orphans).toHaveLength(2);
  });

  it('come back on the same port when one of them is killed', async () => {
    const path = folder();
    const program = await started(path);
    const port = portOf(variable(program, 'CAKUPAN_TEST_KAFKA'));
    const broker = childrenOf(path).find((pid) => identify(pid)?.command.includes('kafka.Kafka'));
    process.kill(broker!, 'SIGKILL');
    await program.says('Kafka died (SIGKILL)');
    await until(
      'the broker on its port',
      async () => !childrenOf(path).includes(broker!) && (await answers(port)),
    );
    expect(childrenOf(path)).toHaveLength(2);
    await program.ends('SIGTERM');
  });
});

describe('a machine that lacks something', () => {
  it('hears that there is no Java', async () => {
    expect(await refusal(folder(), { JAVA_HOME: '/nowhere' })).toMatch(
      /^Kafka needs Java 17 or newer, and no Java/,
    );
  });

  it('hears that its Java is too old', async () => {
    const path = folder();
    const programs = programsIn(path);
    writeFileSync(join(programs, 'java'), `#!/bin/sh\necho 'openjdk version "11.0.2"' >&2\n`, {
      mode: 0o755,
    });
    const said = await refusal(path, { PATH: `${programs}:${process.env['PATH']}` });
    expect(said).toContain('this is Java 11. Install it');
  });

  it('hears that there is no Maven', async () => {
    const path = folder();
    const programs = programsIn(path);
    writeFileSync(join(programs, 'java'), `#!/bin/sh\necho 'openjdk version "17.0.2"' >&2\n`, {
      mode: 0o755,
    });
    symlinkSync('/bin/sh', join(programs, 'sh'));
    expect(await refusal(path, { PATH: programs })).toContain('no mvn was found. Install it');
  });

  it('hears why Maven could not fetch the jars, and keeps no half of them', async () => {
    const path = folder();
    const programs = programsIn(path);
    const script = `#!/bin/sh\nfor word; do case "$word" in -DoutputDirectory=*) touch "\${word#*=}/kafka.jar" ;; esac; done\necho '[ERROR] Unknown host'; exit 1\n`;
    writeFileSync(join(programs, 'mvn'), script, { mode: 0o755 });
    const said = await refusal(path, { PATH: `${programs}:${process.env['PATH']}` });
    expect(said).toContain("Maven could not fetch Kafka's jars: Unknown host");
    expect(readdirSync(join(path, 'cache', 'cakupan'))).toEqual([]);
  });
});
