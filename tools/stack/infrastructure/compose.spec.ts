import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root.js';
import { SINGLE_BROKER } from './kafka-settings.js';
import { CLUSTER_OPTIONS, postgresSettings } from './postgres-settings.js';

const compose = readFileSync(join(projectRoot, 'docker-compose.yml'), 'utf8').replaceAll("'", '');
const valueOf = (name: string) => new RegExp(`^ +${name}: (.*)$`, 'm').exec(compose)?.[1];

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
});
