import { AsyncLocalStorage } from 'node:async_hooks';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, InternalServerErrorException, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import {
  context,
  propagation,
  ROOT_CONTEXT,
  trace,
  type Context,
  type ContextManager,
  type SpanOptions,
  type TextMapPropagator,
  type TracerProvider,
} from '@opentelemetry/api';
import { observability } from '../index.js';

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const SPAN_ID = 'b7ad6b7169203331';

/** What a tracing SDK would do, as far as these tests look. */
class ContextsInMemory implements ContextManager {
  private readonly store = new AsyncLocalStorage<Context>();
  active = () => this.store.getStore() ?? ROOT_CONTEXT;
  with = ((within: Context, work: (...given: unknown[]) => unknown, self: unknown, ...given: unknown[]) =>
    this.store.run(within, () => work.apply(self, given))) as ContextManager['with'];
  bind = <T>(_within: Context, target: T) => target;
  enable = () => this;
  disable = () => this;
}

const started: { name: string; options: SpanOptions; parentId: string | undefined }[] = [];
const ended: Record<string, unknown>[] = [];

const startSpan = (name: string, options: SpanOptions = {}, within: Context = ROOT_CONTEXT) => {
  started.push({ name, options, parentId: trace.getSpanContext(within)?.spanId });
  const seen: Record<string, unknown> = { name };
  const span = trace.wrapSpanContext({ traceId: TRACE_ID, spanId: SPAN_ID, traceFlags: 1 });
  span.setAttribute = (key, value) => ((seen[key] = value), span);
  span.setStatus = (status) => ((seen['status'] = status.code), span);
  span.end = () => void ended.push(seen);
  return span;
};

const fromHeader: TextMapPropagator = {
  inject: () => {},
  fields: () => ['traceparent'],
  extract: (within, carrier: { traceparent?: string }) => {
    const [, traceId, spanId] = carrier.traceparent?.split('-') ?? [];
    return traceId && spanId ? trace.setSpanContext(within, { traceId, spanId, traceFlags: 1 }) : within;
  },
};

@Controller()
class SpanController {
  @Get('span/:id')
  span() {
    return trace.getActiveSpan()?.spanContext() ?? { spanId: null };
  }

  @Get('broken')
  broken() {
    throw new InternalServerErrorException();
  }
}

@Module({ imports: [observability({ service: 'claims', level: 'silent' })], controllers: [SpanController] })
class SpanModule {}

describe('tracing', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await NestFactory.create<NestFastifyApplication>(SpanModule, new FastifyAdapter(), {
      bufferLogs: true,
    });
    await app.init();
  });
  afterAll(async () => {
    await app.close();
    [context, propagation, trace].forEach((api) => api.disable());
  });
  const get = (url: string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'GET', url, headers });

  it('does nothing without an SDK', async () =>
    expect((await get('/span/1')).json()).toEqual({ spanId: null }));

  it('runs handlers inside the span of their request, a child of what the client names', async () => {
    context.setGlobalContextManager(new ContextsInMemory());
    propagation.setGlobalPropagator(fromHeader);
    trace.setGlobalTracerProvider({ getTracer: () => ({ startSpan }) } as unknown as TracerProvider);
    const answer = await get('/span/3372051708900001', { traceparent: `00-${TRACE_ID}-00f067aa0ba902b7-01` });
    expect(answer.json()).toMatchObject({ spanId: SPAN_ID });
    expect(started).toEqual([
      {
        name: 'GET /span/:id',
        options: expect.objectContaining({
          attributes: expect.objectContaining({ 'http.route': '/span/:id' }),
        }),
        parentId: '00f067aa0ba902b7',
      },
    ]);
    expect(ended).toEqual([{ name: 'GET /span/:id', 'http.response.status_code': 200 }]);
    expect(JSON.stringify([started, ended])).not.toContain('3372051708900001');
  });

  it('marks the span of a failed request', async () => {
    await get('/broken');
    expect(ended.at(-1)).toEqual({ name: 'GET /broken', 'http.response.status_code': 500, status: 2 });
  });
});
