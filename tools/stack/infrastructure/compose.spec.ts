import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.js';
import { NODE_FLAGS } from '../supervise/service.js';
import { portOf } from '../start/ports.js';
import { HOLDERS_OF_KEYS } from '../start/service-env.js';
import { KAFKA_IMAGE, POSTGRES_IMAGE } from './images.js';
import { SERVICES } from './infrastructure.js';
import { SINGLE_BROKER } from './kafka-settings.js';
import { CLUSTER_OPTIONS, postgresSettings } from './postgres-settings.js';

const compose = readFileSync(join(projectRoot, 'docker-compose.yml'), 'utf8').replaceAll("'", '');
const valueOf = (name: string) => new RegExp(`^ +${name}: (.*)$`, 'm').exec(compose)?.[1];

const FIRST_PORT = 4300;

/** What stands under a service's name. */
const partOf = (service: string) => compose.split(`\n  ${service}:\n`)[1]?.split('\n\n')[0] ?? '';

/** What the container is given on its command line anyway, or listens on differently. */
const ELSEWHERE = ['listen_addresses', 'unix_socket_directories'];

describe('docker-compose.yml', () => {
  it.each(Object.entries(SINGLE_BROKER))('gives the broker %s=%s as on a bare machine', (name, value) => {
    expect(valueOf(`KAFKA_${name.toUpperCase().replaceAll('.', '_')}`)).toBe(String(value));
  });

  it.each(postgresSettings().filter((setting) => !ELSEWHERE.includes(setting.split('=')[0]!)))(
    'gives the server %s as on a bare machine',
    (setting) => {
      expect(compose).toContain(`- -c${setting}\n`);
    },
  );

  it('sorts as on a bare machine', () => {
    expect(valueOf('POSTGRES_INITDB_ARGS')).toBe(CLUSTER_OPTIONS.join(' '));
  });

  it.each([
    ['kafka', KAFKA_IMAGE],
    ['postgres', POSTGRES_IMAGE],
  ])('runs %s from the image that tests run on', (service, image) =>
    expect(partOf(service)).toContain(`    image: ${image}\n`),
  );

  it.each(SERVICES)('runs %s, reached on this machine alone, with its own health check', (service) => {
    const part = partOf(service);
    const port = portOf(service, FIRST_PORT);
    expect(part).toContain(`command: [dist/apps/${service}/src/main.js]\n`);
    expect(part).toMatch(
      new RegExp(`ports: \\[127\\.0\\.0\\.1:\\$\\{CAKUPAN_(\\w+_)?PORT:-${port}\\}:${port}\\]`),
    );
    expect(part).toContain(`dist/tools/stack/containers/healthy.js, ${port}]`);
  });

  it.each(SERVICES)('gives %s the keys for NIKs if it meets any, and nobody else', (service) => {
    const anchored = (name: string) => compose.split(`: &${name}\n`)[1]!.split('\n\n')[0]!;
    const isHolder = HOLDERS_OF_KEYS.includes(service);
    expect(partOf(service)).toContain(`    <<: *${isHolder ? 'holder-of-keys' : 'service'}\n`);
    expect(partOf(service)).not.toMatch(/keys:\/|NIK_/);
    expect(anchored('holder-of-keys')).toMatch(
      /keys:\/keys:ro[^]*NIK_TOKEN_KEY_FILE: \/keys\/[^]*NIK_VAULT_KEY_FILE: \/keys\//,
    );
    for (const name of ['cakupan', 'surroundings', 'service'])
      expect(anchored(name)).not.toMatch(/keys:\/|NIK_/);
  });

  it('gives the keys to nobody else than who makes them and who holds them', () => {
    expect(compose.match(/keys:\/keys/g)).toHaveLength(2);
    expect(partOf('setup')).toContain('keys:/keys');
  });

  it('runs no other service, whose place this test would not know', () => {
    const run = [...compose.matchAll(/dist\/apps\/(\w+)\//g)].map(([, name]) => name);
    expect(run.toSorted()).toEqual(SERVICES.toSorted());
  });

  it('is reached from no other machine', () => {
    const ports = [...compose.matchAll(/^ +(?:ports: \[|- )(\S+:\d+)\]?$/gm)].map(([, port]) => port!);
    const published = ports.filter((port) => port.includes('PORT'));
    expect(published).toHaveLength(SERVICES.length + 2);
    expect(published.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });
});

describe('deploy/Dockerfile', () => {
  const text = (path: string) => readFileSync(join(projectRoot, path), 'utf8');
  const dockerfile = text('deploy/Dockerfile');

  it('builds and runs on the Node that is pinned', () => {
    const { devDependencies } = JSON.parse(text('package.json')) as { devDependencies: { node: string } };
    const major = devDependencies.node.split('.')[0];
    const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
    expect(images).toEqual([`node:${major}-bookworm-slim`, `node:${major}-bookworm-slim`]);
  });

  it('bounds the heap as the stack does without containers', () => {
    const [, bound] = /"(--max-old-space-size=\d+)"\]/.exec(dockerfile) ?? [];
    expect(NODE_FLAGS).toContain(bound);
  });

  it('runs as a user without rights, with all that is its own written by another', () => {
    const [, run = ''] = dockerfile.split(/\n(?=FROM )/).slice(-2);
    expect(/^USER (\S+)$/m.exec(run)?.[1]).toBe('node');
    expect(run.split('\nUSER ')[1]).not.toMatch(/^(RUN|COPY|ADD) /m);
  });

  it('takes nothing into the image that is not listed', () => {
    expect(text('.dockerignore').split('\n')[0]).toBe('*');
  });
});
