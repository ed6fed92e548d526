import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Courtesy } from '../../../use-cases/rebuild/courtesy.js';
import { FirstWhoAsks } from './first-who-asks.js';

const asked = Promise.withResolvers<void>();
const mayAnswer = Promise.withResolvers<void>();

@Controller()
class Questions {
  @Get('slow')
  async slow(): Promise<string> {
    asked.resolve();
    await mayAnswer.promise;
    return 'at last';
  }

  @Get('broken')
  broken(): never {
    throw new Error('it is broken');
  }
}

class Counting extends Courtesy {
  waiting = 0;
  inAll = 0;

  override asks(): () => void {
    this.waiting += 1;
    this.inAll += 1;
    return () => void (this.waiting -= 1);
  }
}

const courtesy = new Counting();

@Module({
  controllers: [Questions],
  providers: [FirstWhoAsks, { provide: Courtesy, useValue: courtesy }],
})
class Asked {}

/** A server knows a little later than its client that an answer was sent. */
const nobodyWaits = async () => {
  while (courtesy.waiting > 0) await sleep(5);
};

describe('who asks something over HTTP', () => {
  let app: NestFastifyApplication;

  beforeAll(async () => {
    app = await NestFactory.create<NestFastifyApplication>(Asked, new FastifyAdapter(), { logger: false });
    await app.listen(0, '127.0.0.1');
  });

  afterAll(() => app.close());

  it('waits until the answer is sent', async () => {
    const answer = fetch(`${await app.getUrl()}/slow`);
    await asked.promise;
    expect(courtesy.waiting).toBe(1);
    mayAnswer.resolve();
    expect(await (await answer).text()).toBe('at last');
    await nobodyWaits();
    expect(courtesy.inAll).toBe(1);
  });

  it.each(['broken', 'unknown'])('waits no longer when the answer is a refusal: %s', async (path) => {
    const before = courtesy.inAll;
    const answer = await fetch(`${await app.getUrl()}/${path}`);
    expect(answer.ok).toBe(false);
    await answer.text();
    await nobodyWaits();
    expect(courtesy.inAll).toBe(before + 1);
  });
});
