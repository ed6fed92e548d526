import {
  Inject,
  Logger as NestLogger,
  Module,
  type DynamicModule,
  type OnModuleDestroy,
  type OnModuleInit,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import { Logger, LoggerModule } from 'nestjs-pino';
import { Health } from './health/health.js';
import { loggerParams, type LoggerOptions } from './logs/logger-options.js';
import { Metrics } from './metrics/metrics.js';
import { observeRequests } from './requests/observe-requests.js';
import { serveFigures } from './requests/serve-figures.js';

@Module({})
class ObservabilityModule implements OnModuleInit, OnModuleDestroy {
  constructor(
    @Inject(HttpAdapterHost) private readonly host: HttpAdapterHost,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(Health) private readonly health: Health,
    @Inject(Logger) logger: Logger,
  ) {
    NestLogger.overrideLogger(logger);
  }

  onModuleInit(): void {
    if (!this.host.httpAdapter) return;
    const fastify = this.host.httpAdapter.getInstance<FastifyInstance>();
    observeRequests(fastify, this.metrics);
    serveFigures(fastify, this.health, this.metrics);
  }

  onModuleDestroy(): void {
    this.health.beginShutdown();
  }
}

/**
 * How a service is watched: JSON log lines, `Metrics` and `Health` to inject everywhere, spans, and the endpoints
 * `/metrics`, `/health/live` and `/health/ready`. Nest's own `Logger` writes through it from then on.
 */
export const observability = (options: LoggerOptions): DynamicModule => ({
  module: ObservabilityModule,
  global: true,
  imports: [LoggerModule.forRoot(loggerParams(options))],
  providers: [
    { provide: Metrics, useFactory: () => new Metrics(options.service) },
    { provide: Health, useFactory: () => new Health() },
  ],
  exports: [Metrics, Health],
});
