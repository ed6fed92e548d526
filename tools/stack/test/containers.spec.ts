import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readHolding } from '../folder/lock.js';
import { projectNameOf } from '../infrastructure/from-containers.js';
import { compiled } from '../project-root.js';
import { temporaryFolders } from '../testing/temporary-folders.js';
import { Program } from './support.js';

jest.setTimeout(120_000);

const main = compiled('tools/stack/infrastructure/main');

const folder = temporaryFolders();

describe('Kafka and PostgreSQL in containers', () => {
  let path = '';

  beforeEach(() => {
    path = folder();
  });

  /** An engine that notes what it is told, and answers `up` as it is told to. */
  const withEngine = (upEnds: number): Program => {
    const programs = join(path, 'programs');
    mkdirSync(programs);
    const script = [
      '#!/bin/sh',
      `echo "$CAKUPAN_KAFKA_PORT $*" >> ${path}/told`,
      `case "$*" in *" up "*) echo 'no such image' >&2; exit ${upEnds} ;; esac`,
    ];
    writeFileSync(join(programs, 'docker'), `${script.join('\n')}\n`, { mode: 0o755 });
    return new Program(main, ['--data', join(path, 'data')], { PATH: `${programs}:${process.env['PATH']}` });
  };
  const told = () => readFileSync(join(path, 'told'), 'utf8').trim().split('\n');

  it('are brought up from docker-compose.yml where an engine answers, on the port that is told', async () => {
    const program = withEngine(0);
    await program.says('Ready.');
    const up = told().find((line) => line.includes(' up '))!;
    expect(up).toContain('docker-compose.yml');
    expect(up).toContain(`-p ${projectNameOf(join(path, 'data'))} up -d --wait kafka postgres`);
    expect(program.output()).toContain(`CAKUPAN_TEST_KAFKA=127.0.0.1:${up.split(' ')[0]}\n`);
    expect(existsSync(join(path, 'data', 'kafka'))).toBe(false);
    expect(await program.ends('SIGTERM')).toBe(0);
    expect(told().at(-1)).toContain(' down ');
  });

  it('give way to processes of this machine when the engine cannot start them', async () => {
    const program = withEngine(1);
    await program.says('Ready.');
    expect(program.output()).toContain(
      'could not start Kafka and PostgreSQL: no such image Going on without containers.',
    );
    expect(readHolding(join(path, 'data', 'lock.json'))?.children).toHaveLength(2);
    expect(await program.ends('SIGTERM')).toBe(0);
  });
});
