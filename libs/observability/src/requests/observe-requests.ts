import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PinoLogger } from 'nestjs-pino';
import { correlated } from '../logs/correlation.js';
import type { Metrics } from '../metrics/metrics.js';
import { beginSpan, endSpan, insideSpan, routeOf } from './tracing.js';

/** Asked every few seconds by machines; at `info` they would be most of the log. */
const isRoutine = (route: string) => route === '/metrics' || route.startsWith('/health/');

const levelOf = (route: string, status: number) => {
  if (status >= 500) return 'warn';
  return isRoutine(route) ? 'debug' : 'info';
};

const logLine = (request: FastifyRequest, reply: FastifyReply): void => {
  const [route, status] = [routeOf(request), reply.statusCode];
  const durationMs = Math.round(reply.elapsedTime * 10) / 10;
  const entry = { method: request.method, route, status, durationMs, correlationId: request.id };
  PinoLogger.root[levelOf(route, status)](entry, 'request answered');
};

/** Hooks of every request: its span, its correlation id on all that is logged meanwhile, one line and one measurement. */
export const observeRequests = (fastify: FastifyInstance, metrics: Metrics): void => {
  const durations = metrics.histogram({
    name: 'http_request_duration_seconds',
    help: 'How long requests took, by route and status.',
    labels: ['method', 'route', 'status'],
  });
  fastify.addHook('onRequest', (request, _reply, done) => {
    beginSpan(request);
    done();
  });
  // After the body was read: what runs from here on stays in the context that is set here.
  fastify.addHook('preHandler', (request, _reply, done) => {
    insideSpan(request, () => correlated(request.id, done));
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const labels = { method: request.method, route: routeOf(request), status: String(reply.statusCode) };
    durations.observe(labels, reply.elapsedTime / 1_000);
    logLine(request, reply);
    endSpan(request, reply);
    done();
  });
};
