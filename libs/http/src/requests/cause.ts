import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { context, propagation } from '@opentelemetry/api';
import type { FastifyRequest } from 'fastify';
import { UuidV7Ids } from '#libs/kernel';

/** What the events of a request inherit from it. */
export interface RequestCause {
  /** The request's own id, one for each request. */
  readonly eventId: string;
  /** The id that ties together all that follows from one beginning; the client may state it. */
  readonly correlationId: string;
  /** W3C trace context. */
  readonly traceparent: string;
}

/** The header in which a client may state a correlation id, and in which every answer carries it. */
export const CORRELATION_HEADER = 'x-correlation-id';

const ids = new UuidV7Ids();
const causes = new WeakMap<FastifyRequest, RequestCause>();
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const TRACEPARENT = /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/**
 * The correlation id of a request: the client's, when it is a UUID, else a new one. Nothing but a UUID is taken, since
 * it is published with every event and must not be able to carry a person's number.
 */
export const correlationIdOf = (headers: Headers): string => {
  const stated = headers[CORRELATION_HEADER];
  return typeof stated === 'string' && UUID.test(stated) ? stated.toLowerCase() : ids.next();
};

/** The end of a UUIDv7 is chance, and as long as a span's id needs. */
const SPAN_DIGITS = 16;

/** Of the active span where a tracing SDK runs, else the client's, else a new trace named after the request's two ids. */
const traceparentOf = ({ headers, id }: FastifyRequest, eventId: string): string => {
  const carrier: { traceparent?: string } = {};
  propagation.inject(context.active(), carrier);
  if (carrier.traceparent) return carrier.traceparent;
  const { traceparent: stated } = headers;
  if (typeof stated === 'string' && TRACEPARENT.test(stated)) return stated;
  return `00-${id.replaceAll('-', '')}-${eventId.replaceAll('-', '').slice(-SPAN_DIGITS)}-00`;
};

/** What caused the events of this request; the same object whenever it is asked. */
export const causeOf = (request: FastifyRequest): RequestCause => {
  const known = causes.get(request);
  if (known) return known;
  const eventId = ids.next();
  const cause = { eventId, correlationId: request.id, traceparent: traceparentOf(request, eventId) };
  causes.set(request, cause);
  return cause;
};

/** `@CurrentCause() cause: RequestCause` in a controller. */
export const CurrentCause = createParamDecorator((_: unknown, host: ExecutionContext) =>
  causeOf(host.switchToHttp().getRequest<FastifyRequest>()),
);
