import { HttpException } from '@nestjs/common';
import { Problem } from './problem.js';

/** A dependency that is away is usually back within seconds; asking sooner only adds to its load. */
const OUTAGE_RETRY_AFTER_SECONDS = 5;

const PROBLEMS: Readonly<Record<number, () => Problem>> = {
  400: () => Problem.malformed(),
  401: () => Problem.unauthorized('token-invalid'),
  403: () => Problem.forbidden('role-missing'),
  404: () => Problem.notFound(),
  409: () => Problem.conflict('conflict'),
  413: () => Problem.tooLarge(),
  415: () => Problem.mediaType(),
  422: () => Problem.refused(['malformed']),
  429: () => Problem.tooMany(1),
};

const statusOf = (error: unknown): number => {
  if (error instanceof HttpException) return error.getStatus();
  const { statusCode } = (error ?? {}) as { statusCode?: unknown };
  return typeof statusCode === 'number' ? statusCode : 500;
};

/** Whether the error says that a database or broker is away; known by its name, whichever library threw it. */
export const isOutage = (error: unknown): boolean =>
  error instanceof Error && error.name === 'DependencyUnavailable';

/**
 * What an error is to the client, whoever threw it: ourselves, Nest or Fastify.
 * `null` means a bug: nothing of it may be shown.
 */
export const problemOf = (error: unknown): Problem | null => {
  if (error instanceof Problem) return error;
  if (isOutage(error)) return Problem.unavailable(OUTAGE_RETRY_AFTER_SECONDS);
  const status = statusOf(error);
  if (status === 503) return Problem.unavailable(OUTAGE_RETRY_AFTER_SECONDS);
  if (status < 400 || status >= 500) return null;
  return PROBLEMS[status]?.() ?? Problem.ofClient(status);
};
