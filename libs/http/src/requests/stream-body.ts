import type { Readable } from 'node:stream';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';

/** The media types of bulk bodies, which are read row by row and never held whole. */
export const STREAMED_TYPES = ['text/csv', 'application/x-ndjson'] as const;
export type StreamedType = (typeof STREAMED_TYPES)[number];

/** A bulk body: what kind of rows, and the bytes as they come. */
export interface Streamed {
  readonly type: StreamedType;
  readonly bytes: Readable;
}

/** The bulk body of a request. Throws a 415 when it is of another kind. */
export const streamedBodyOf = ({ headers, body }: Pick<FastifyRequest, 'headers' | 'body'>): Streamed => {
  const stated = headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  const type = STREAMED_TYPES.find((known) => known === stated);
  if (!type) throw Problem.mediaType();
  return { type, bytes: body as Readable };
};

/** `@StreamBody() rows: Streamed` in a controller. */
export const StreamBody = createParamDecorator((_: unknown, host: ExecutionContext) =>
  streamedBodyOf(host.switchToHttp().getRequest<FastifyRequest>()),
);
