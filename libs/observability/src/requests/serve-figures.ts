import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Health, HealthReport } from '../health/health.js';
import type { Metrics } from '../metrics/metrics.js';

/** Machines ask without a token and as often as they like. */
const UNLIMITED = { config: { rateLimit: false } };

const answer = (reply: FastifyReply, { ok, probes }: HealthReport) =>
  reply
    .code(ok ? 200 : 503)
    .header('cache-control', 'no-store')
    .send({ status: ok ? 'ok' : 'unavailable', probes });

/**
 * `/health/live`, `/health/ready` (200 or 503, with each probe's verdict) and `/metrics` (Prometheus).
 * They stand outside the controllers: open to all, and answered also when everything else refuses.
 */
export const serveFigures = (fastify: FastifyInstance, health: Health, metrics: Metrics): void => {
  fastify.get('/health/live', UNLIMITED, (_request, reply) => answer(reply, health.live()));
  fastify.get('/health/ready', UNLIMITED, async (_request, reply) => answer(reply, await health.ready()));
  fastify.get('/metrics', UNLIMITED, async (_request, reply) =>
    reply.header('content-type', metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
};
