import { describe, expect, it } from '@jest/globals';
import { allTopics, paymentsTopic, type TopicContract } from './index.js';

const DAY_MS = 86_400_000;

const prefixOf: Record<TopicContract['writer'], string> = {
  channels: 'channel',
  gateways: 'gateway',
  enrollment: 'enrollment',
  contribution: 'contribution',
  claims: 'claims',
  reporting: 'reporting',
};

describe('topics', () => {
  it('have names of their own', () => {
    expect(new Set(allTopics.map((topic) => topic.name)).size).toBe(15);
    expect(allTopics).toHaveLength(15);
  });

  it.each(allTopics.map((topic) => [topic.name, topic] as const))(
    '%s has 12 partitions, a version, and its writer in front',
    (name, topic) => {
      expect(topic.partitions).toBe(12);
      expect(name).toMatch(/^[a-z]+\.[a-z-]+\.v1$/);
      expect(name.split('.')[0]).toBe(prefixOf[topic.writer]);
    },
  );

  it.each([
    ['channel.sign-ups.v1', { ms: 7 * DAY_MS }, false],
    ['gateway.payments.v1', { ms: 7 * DAY_MS }, false],
    ['enrollment.members.v1', 'for-ever', false],
    ['enrollment.sign-up-results.v1', { ms: 30 * DAY_MS }, true],
    ['contribution.contributions.v1', 'for-ever', false],
    ['contribution.payment-results.v1', { ms: 30 * DAY_MS }, true],
    ['claims.claims.v1', 'for-ever', false],
    ['enrollment.payment-identities.v1', 'compacted', false],
    ['enrollment.registers.v1', 'compacted', true],
    ['enrollment.register-entries.v1', 'compacted', false],
    ['enrollment.reminders.v1', { ms: 30 * DAY_MS }, true],
    ['reporting.coverage.v1', 'compacted', true],
    ['enrollment.checkpoints.v1', 'for-ever', false],
    ['contribution.checkpoints.v1', 'for-ever', false],
    ['claims.checkpoints.v1', 'for-ever', false],
  ])('%s is kept %j, public %j', (name, retention, isPublic) => {
    expect(allTopics.find((topic) => topic.name === name)).toMatchObject({ retention, public: isPublic });
  });

  it.each(allTopics.map((topic) => [topic.name, topic] as const))(
    '%s takes 1 MiB, payments 4',
    (_name, topic) => {
      expect(topic.maxMessageBytes).toBe(topic === paymentsTopic ? 4_194_304 : 1_048_576);
    },
  );
});
