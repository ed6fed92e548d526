import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, testBrokers, testDatabaseServer } from '#libs/testing';
import { System } from '../../tools/long/kit/system.js';
import { expectedFigures } from '../../tools/simulator/expected.js';

const SCALE = 0.01;
const LOADED_MS = 180_000;
const expected = expectedFigures(SCALE);

describe('the story of Solo on Kafka and PostgreSQL in containers', () => {
  let system: System;
  const covered = () =>
    system.ask<{ total: { persons: number; unmapped: number } }>(
      'reporting',
      '/v1/coverage?region=33.72&asOf=2024-12-17',
    );

  beforeAll(async () => {
    const env = { KAFKA_BROKERS: testBrokers().join(','), DATABASE_URL: testDatabaseServer() };
    system = await System.start(['--scale', String(SCALE)], { env });
    await system.loaded(LOADED_MS);
    await eventually(async () => (await covered()).total.persons === expected.activePersons, 30_000);
  }, LOADED_MS * 2);
  afterAll(() => system?.remove(), 30_000);

  it('leads to the figure that its cohorts say', async () =>
    expect((await covered()).total).toMatchObject({ persons: expected.activePersons }));

  it('balances its ledger', async () => {
    const proof = await system.ask<{ balanced: boolean }>('contribution', '/v1/ledger/proof', 'officer');
    expect(proof).toMatchObject({ balanced: true });
  });

  it('starts neither Kafka nor PostgreSQL by itself', () =>
    expect(Object.keys(system.stack.pids).toSorted()).toEqual([
      'claims',
      'contribution',
      'enrollment',
      'reporting',
    ]));
});
