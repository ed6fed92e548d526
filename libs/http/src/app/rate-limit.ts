import type { RateLimitPluginOptions } from '@fastify/rate-limit';
import type { FastifyRequest } from 'fastify';
import type { Authentication } from '../access/authentication.js';
import { Problem } from '../problems/problem.js';

/** How many requests one client may send within ten seconds. */
export interface RequestLimits {
  /** For each bearer of a good token. */
  readonly perActor: number;
  /** For each address that sends none, or a bad one. */
  readonly perAddress: number;
}

const WINDOW_MS = 10_000;

/**
 * A limit against loops gone wild, not a quota: an actor may use all that a process can do (14,500 durable requests a
 * second were measured); an address without a token, as many as a small office of dashboards.
 */
export const GENEROUS_LIMITS: RequestLimits = { perActor: 200_000, perAddress: 10_000 };

const ADDRESS = 'address ';

/** One key for each bearer, one for each address; a bad token counts against its address. */
const keyOf = async (request: FastifyRequest, authentication: Authentication): Promise<string> => {
  const actor = await authentication.actorOf(request).catch(() => null);
  return actor ? `actor ${actor.subject}` : `${ADDRESS}${request.ip}`;
};

/** Limits requests by bearer or address and answers 429 beyond. */
export const rateLimit = (authentication: Authentication, limits: RequestLimits): RateLimitPluginOptions => ({
  global: true,
  // Nobody can make use of how much of so generous a limit is left.
  addHeadersOnExceeding: {
    'x-ratelimit-limit': false,
    'x-ratelimit-remaining': false,
    'x-ratelimit-reset': false,
  },
  timeWindow: WINDOW_MS,
  max: (_request, key) => (key.startsWith(ADDRESS) ? limits.perAddress : limits.perActor),
  keyGenerator: (request) => keyOf(request, authentication),
  errorResponseBuilder: (_request, { ttl }) => Problem.tooMany(ttl / 1_000),
});
