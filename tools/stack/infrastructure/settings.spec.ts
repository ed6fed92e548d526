import { describe, expect, it } from '@jest/globals';
import { projectNameOf } from './from-containers.js';
import { databasesAt } from './infrastructure.js';
import { brokerProperties } from './kafka-settings.js';
import { postgresSettings } from './postgres-settings.js';

describe('the broker’s settings', () => {
  const lines = brokerProperties({ port: 19_092, controllerPort: 19_093, dataFolder: '/data/kafka' }).split(
    '\n',
  );

  it('listen on this machine alone', () => {
    expect(lines).toContain('listeners=CLIENT://127.0.0.1:19092,CONTROLLER://127.0.0.1:19093');
    expect(lines).toContain('controller.quorum.voters=1@127.0.0.1:19093');
  });

  it('may have a second way in that tells clients to come by another port', () => {
    const behind = brokerProperties({
      port: 19_092,
      controllerPort: 19_093,
      dataFolder: '/data/kafka',
      behind: { port: 19_094, advertisedPort: 19_095 },
    }).split('\n');
    expect(behind).toContain(
      'listeners=CLIENT://127.0.0.1:19092,CONTROLLER://127.0.0.1:19093,BEHIND://127.0.0.1:19094',
    );
    expect(behind).toContain('advertised.listeners=CLIENT://127.0.0.1:19092,BEHIND://127.0.0.1:19095');
  });

  it('take the broker for gone after two seconds, or later where that is wished', () => {
    expect(lines).toContain('broker.session.timeout.ms=2000');
    const place = { port: 19_092, controllerPort: 19_093, dataFolder: '/data/kafka', sessionMs: 60_000 };
    const sessions = brokerProperties(place)
      .split('\n')
      .filter((line) => line.startsWith('broker.session.timeout.ms='));
    expect(sessions).toEqual(['broker.session.timeout.ms=60000']);
  });

  it('suit one broker, with room for the largest message', () => {
    expect(lines).toContain('auto.create.topics.enable=false');
    expect(lines).toContain('offsets.topic.replication.factor=1');
    const limit = lines.find((line) => line.startsWith('message.max.bytes='))?.split('=')[1];
    expect(Number(limit)).toBeGreaterThan(4 * 1024 * 1024);
  });
});

describe('the server’s settings', () => {
  it('are durable and have room for the locks of a batch', () => {
    expect(postgresSettings()).toEqual(
      expect.arrayContaining(['fsync=on', 'synchronous_commit=on', 'max_locks_per_transaction=1024']),
    );
  });

  it('give each service a database', () => {
    expect(databasesAt('postgres://u:p@127.0.0.1:5/postgres')).toEqual({
      reporting: 'postgres://u:p@127.0.0.1:5/cakupan_reporting',
      enrollment: 'postgres://u:p@127.0.0.1:5/cakupan_enrollment',
      contribution: 'postgres://u:p@127.0.0.1:5/cakupan_contribution',
      claims: 'postgres://u:p@127.0.0.1:5/cakupan_claims',
    });
  });
});

describe('the containers of a data folder', () => {
  it('have a name of their own', () => {
    expect(projectNameOf('/a')).toMatch(/^cakupan-[0-9a-f]{8}$/);
    expect(projectNameOf('/a')).not.toBe(projectNameOf('/b'));
  });
});
