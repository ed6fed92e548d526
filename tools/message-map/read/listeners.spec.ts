import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { allTopics, type EventContract } from '#libs/contracts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Controller } from '@nestjs/common/interfaces/controllers/controller.interface.js';
import type { DynamicModule } from '@nestjs/common';
import { MetadataScanner } from '@nestjs/core';
import { ListenerMetadataExplorer } from '@nestjs/microservices/listener-metadata-explorer.js';
import { projectRoot } from '../../stack/project-root.js';
import { modules } from '../testing/modules.js';
import { listenersIn } from './listeners.js';
import { writersIn } from './writers.js';

const listeners = listenersIn(projectRoot);

/** What Nest finds on the controllers of a service, and will listen to. */
const heardByNest = ({ controllers = [] }: DynamicModule): readonly string[] => {
  const explorer = new ListenerMetadataExplorer(new MetadataScanner());
  return controllers.flatMap((controller) =>
    explorer.explore(Object.create(controller.prototype) as Controller).flatMap(({ methodKey, extras }) => {
      const { contracts } = extras as { contracts: readonly EventContract[] };
      return contracts.map(({ type }) => `${controller.name}.${methodKey} ${type}`);
    }),
  );
};

describe('the listeners of the services', () => {
  it.each(Object.entries(modules))('of %s are those that Nest will call', (service, module) => {
    const read = listeners
      .filter((listener) => listener.service === service)
      .flatMap(({ name, method, contracts }) => contracts.map(({ type }) => `${name}.${method} ${type}`));
    expect(read.toSorted()).toEqual(heardByNest(module).toSorted());
  });

  it('read every topic that is not for programs outside', () => {
    const read = new Set(listeners.map(({ contracts }) => contracts[0]!.topic));
    const unread = allTopics.filter((topic) => !topic.public && !read.has(topic));
    expect(unread.map(({ name }) => name)).toEqual([]);
  });
});

describe('the stores of the services', () => {
  it('write what they are known to write', () => {
    const writers = writersIn(projectRoot);
    expect(writers.get('id.cakupan.contribution.contribution-paid.v1')).toEqual([
      'apps/contribution/src/outbound/persistence/book-events.ts',
    ]);
    expect(writers.get('id.cakupan.gateway.payment-settled.v1')).toBeUndefined();
  });
});

const LISTENER = `
import { benefitPaid as paid } from '#libs/contracts';
import { Sum } from '../../use-cases/sum.js';
class ClaimsListener {
  constructor(private readonly sum: Sum) {}
  @On(paid)
  paid(batch: Batch<Paid>) {
    return this.sum.handle(batch);
  }
}`;
const USE_CASE = `/** Adds it up. */\nexport class Sum {\n  handle() {}\n}`;

describe('a checkout of its own', () => {
  let root: string;
  beforeEach(() => void (root = mkdtempSync(join(tmpdir(), 'message-map-'))));
  afterEach(() => rmSync(root, { recursive: true }));
  const listenersWith = (listener: string, useCase: string) => {
    for (const [path, text] of [
      ['apps/claims/src/inbound/kafka/claims.listener.ts', listener],
      ['apps/claims/src/use-cases/sum.ts', useCase],
    ] as const) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return listenersIn(root);
  };

  it('is read from decorator to use case', () => {
    expect(listenersWith(LISTENER, USE_CASE)).toMatchObject([
      {
        service: 'claims',
        name: 'ClaimsListener',
        method: 'paid',
        contracts: [{ type: 'id.cakupan.claims.benefit-paid.v1' }],
        useCase: { file: 'apps/claims/src/use-cases/sum.ts', name: 'Sum' },
        changes: 'Adds it up.',
      },
    ]);
  });

  it.each([
    ['a type that is no contract', LISTENER.replace('@On(paid)', '@On(other)'), USE_CASE, 'is no contract'],
    ['a listener without a use case', LISTENER.replace('this.sum.handle', 'handle'), USE_CASE, 'no use case'],
    ['a use case that is not there', LISTENER.replace('.handle(', '.add('), USE_CASE, 'has no Sum.add'],
    ['a use case without a word', LISTENER, USE_CASE.replace(/\/\*.*\*\//, ''), 'does not say'],
  ])('says what is wrong with %s', (_, listener, useCase, says) => {
    expect(() => listenersWith(listener, useCase)).toThrow(says);
  });
});
