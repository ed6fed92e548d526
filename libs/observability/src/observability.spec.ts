import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Logger, Module, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Health, Metrics, observability } from './index.js';
import { correlated } from './logs/correlation.js';

const lines: string[] = [];

@Controller()
class WorkController {
  private readonly log = new Logger('Work');

  @Get('work/:id')
  work() {
    this.log.log({ msg: 'working', step: 1 });
    return 'done';
  }

  @Post('work')
  async take() {
    await new Promise((resolve) => setImmediate(resolve));
    this.log.warn('taken');
    return 'done';
  }

  @Get('broken')
  broken() {
    throw new Error('broken for 3372051708900001');
  }
}

@Module({
  imports: [
    observability({
      service: 'claims',
      level: 'debug',
      destination: { write: (line) => void lines.push(line) },
    }),
  ],
  controllers: [WorkController],
})
class WorkModule {}

const lineOf = (msg: string) => lines.map((line) => JSON.parse(line)).filter((line) => line.msg === msg);

describe('observability', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    const adapter = new FastifyAdapter({
      skipMiddie: true,
      genReqId: () => '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01',
    });
    app = await NestFactory.create<NestFastifyApplication>(WorkModule, adapter, { bufferLogs: true });
    await app.init();
  });
  afterAll(() => app.close());
  const get = (url: string) => app.inject({ method: 'GET', url });

  it('turns what Nest logs into JSON lines of the service', () => {
    expect(lineOf('Nest application successfully started')).toEqual([
      expect.objectContaining({ service: 'claims', level: 'info', context: 'NestApplication' }),
    ]);
  });

  it('writes one line for each request: the route and no value', async () => {
    lines.length = 0;
    await get('/work/3372051708900001?nik=3372051708900001');
    expect(lineOf('request answered')).toEqual([
      {
        level: 'info',
        time: expect.any(String),
        service: 'claims',
        method: 'GET',
        route: '/work/:id',
        status: 200,
        durationMs: expect.any(Number),
        correlationId: '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01',
        msg: 'request answered',
      },
    ]);
    expect(lines.join('')).not.toContain('3372051708900001');
  });

  it('puts the correlation id on all that is logged meanwhile, also after a body was read', async () => {
    lines.length = 0;
    await get('/work/1');
    await app.inject({ method: 'POST', url: '/work', payload: { a: 1 } });
    const correlationId = '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01';
    expect(lineOf('working')).toEqual([expect.objectContaining({ correlationId, step: 1, context: 'Work' })]);
    expect(lineOf('taken')).toEqual([expect.objectContaining({ correlationId, level: 'warn' })]);
  });

  it('notes a failed request as a warning, an unknown address by no name, a routine one at debug', async () => {
    lines.length = 0;
    await get('/broken');
    await get('/nowhere/secret');
    await get('/health/live');
    expect(lineOf('request answered').map(({ level, route, status }) => [level, route, status])).toEqual([
      ['warn', '/broken', 500],
      ['info', 'unmatched', 404],
      ['debug', '/health/live', 200],
    ]);
  });

  it('writes errors as they are, without their insides, and states the correlation id once', async () => {
    lines.length = 0;
    const cause = Object.assign(new Error('duplicate key'), {
      detail: 'Key (name)=(Sri Rahayu)',
      code: '23505',
    });
    new Logger('Work').error({
      err: new TypeError('it broke', { cause }),
      correlationId: 'c',
      msg: 'failed',
    });
    correlated('c', () => new Logger('Work').warn({ correlationId: 'c', msg: 'again' }));
    expect(lineOf('failed')).toEqual([
      expect.objectContaining({
        level: 'error',
        context: 'Work',
        err: {
          type: 'TypeError',
          message: 'it broke',
          stack: expect.stringContaining('observability.spec'),
          cause: { type: 'Error', message: 'duplicate key', code: '23505', stack: expect.any(String) },
        },
      }),
    ]);
    expect(lines.at(-1)?.match(/"correlationId":"c"/g)).toHaveLength(1);
    expect(lines.join('')).not.toContain('Sri');
  });

  it('measures requests by route and status', async () => {
    await get('/work/1');
    await get('/nowhere/3372051708900001');
    const answer = await get('/metrics');
    expect(answer.headers['content-type']).toContain('text/plain');
    expect(answer.body).toMatch(
      /http_request_duration_seconds_count{[^\n]*route="\/work\/:id",status="200"} \d/,
    );
    expect(answer.body).toContain('route="unmatched",status="404"');
    expect(answer.body).not.toContain('3372051708900001');
  });

  it('gives what others count', async () => {
    app.get(Metrics).counter({ name: 'parked_total', help: 'x' }).inc(3);
    expect((await get('/metrics')).body).toContain('parked_total{service="claims"} 3');
  });

  it('answers 200 while all is well and 503 with the verdicts when not', async () => {
    const health = app.get(Health);
    let lag = 0;
    health.add({
      name: 'consumer',
      live: () => ({ ok: lag < 100, detail: `lag ${lag}` }),
      ready: () => ({ ok: lag === 0, detail: `lag ${lag}` }),
    });
    expect((await get('/health/ready')).statusCode).toBe(200);
    lag = 7;
    const ready = await get('/health/ready');
    expect(ready.statusCode).toBe(503);
    expect(ready.json()).toEqual({
      status: 'unavailable',
      probes: [{ name: 'consumer', ok: false, detail: 'lag 7' }],
    });
    expect((await get('/health/live')).statusCode).toBe(200);
    lag = 100;
    expect((await get('/health/live')).statusCode).toBe(503);
    lag = 0;
    expect((await get('/health/live')).json()).toEqual({
      status: 'ok',
      probes: [{ name: 'consumer', ok: true, detail: 'lag 0' }],
    });
  });
});
