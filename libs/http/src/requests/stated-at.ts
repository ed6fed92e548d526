import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';

/** The header in which a simulated request says when in the story it happens; only the story clock heeds it. */
export const STORY_TIME_HEADER = 'cakupan-story-time';

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

/** The instant that the request states for itself (RFC 3339 with offset), or null. Throws a 400 for anything else. */
export const statedAtOf = ({ headers }: Pick<FastifyRequest, 'headers'>): string | null => {
  const stated = headers[STORY_TIME_HEADER];
  if (stated === undefined) return null;
  if (typeof stated === 'string' && INSTANT.test(stated) && !Number.isNaN(Date.parse(stated))) return stated;
  throw Problem.malformed([{ path: STORY_TIME_HEADER, reason: 'malformed' }]);
};

/** `@StatedAt() statedAt: string | null` in a controller, for `Clock.recordedAt`. */
export const StatedAt = createParamDecorator((_: unknown, host: ExecutionContext) =>
  statedAtOf(host.switchToHttp().getRequest<FastifyRequest>()),
);
