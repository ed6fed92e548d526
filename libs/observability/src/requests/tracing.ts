import {
  context,
  propagation,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
} from '@opentelemetry/api';
import type { FastifyReply, FastifyRequest } from 'fastify';

interface Traced {
  readonly span: Span;
  readonly within: Context;
}

const traced = new WeakMap<FastifyRequest, Traced>();

/** The route as it was declared; what a client made up never becomes a name. */
export const routeOf = ({ routeOptions }: FastifyRequest): string => routeOptions.url ?? 'unmatched';

/**
 * Begins the span of a request, as a child of what its trace context names.
 * Only OpenTelemetry's API is used here: spans go nowhere until an SDK registers itself, which a deployment does by
 * loading one before the service when `OTEL_EXPORTER_OTLP_ENDPOINT` is set.
 */
export const beginSpan = (request: FastifyRequest): void => {
  const parent = propagation.extract(context.active(), request.headers);
  const attributes = {
    'http.request.method': request.method,
    'http.route': routeOf(request),
    'cakupan.correlation_id': request.id,
  };
  const name = `${request.method} ${routeOf(request)}`;
  const span = trace.getTracer('cakupan').startSpan(name, { kind: SpanKind.SERVER, attributes }, parent);
  traced.set(request, { span, within: trace.setSpan(parent, span) });
};

/** Does the work inside the request's span, so that what it causes is traced as its child. */
export const insideSpan = (request: FastifyRequest, work: () => void): void =>
  context.with(traced.get(request)?.within ?? context.active(), work);

/** Ends the request's span with its status. */
export const endSpan = (request: FastifyRequest, { statusCode }: FastifyReply): void => {
  const span = traced.get(request)?.span;
  span?.setAttribute('http.response.status_code', statusCode);
  if (statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
  span?.end();
};
