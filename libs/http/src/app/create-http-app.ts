import type { IncomingMessage } from 'node:http';
import rateLimitPlugin from '@fastify/rate-limit';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Authentication } from '../access/authentication.js';
import { ProblemFilter } from '../problems/problem.filter.js';
import { answerUnparsable, answerUnroutable } from '../problems/unreadable-requests.js';
import { CORRELATION_HEADER, correlationIdOf } from '../requests/cause.js';
import { takeLargeBodies } from '../requests/large-body.js';
import { parseJsonBody } from '../requests/parse-json.js';
import { PARAMETER_CHARACTERS_MAX, refuseBadUrl } from '../requests/refuse-bad-url.js';
import { FILE_TYPES } from '../requests/file-body.js';
import { STREAMED_TYPES } from '../requests/stream-body.js';
import { answerBeforeClosing } from './closing.js';
import { documentApi, type ApiDescription } from './openapi.js';
import { refuseOtherMethods } from './other-methods.js';
import { GENEROUS_LIMITS, rateLimit, type RequestLimits } from './rate-limit.js';
import { secureAnswers } from './security-headers.js';

/** What a service says of its HTTP side. */
export interface HttpOptions extends ApiDescription {
  /** The largest JSON body, in bytes; one mebibyte unless said, as on the topics. */
  readonly bodyMaxBytes?: number;
  /** Requests within ten seconds. */
  readonly limits?: RequestLimits;
}

const BODY_MAX_BYTES = 1_048_576;
/** A request must have come in whole by then; long enough for a million rows over a slow line. */
const REQUEST_MS = 10 * 60_000;

const newAdapter = ({ bodyMaxBytes = BODY_MAX_BYTES }: HttpOptions) =>
  new FastifyAdapter({
    skipMiddie: true,
    bodyLimit: bodyMaxBytes,
    forceCloseConnections: true,
    return503OnClosing: false, // its answer is no problem and says not when to come again
    requestTimeout: REQUEST_MS,
    genReqId: ({ headers }: IncomingMessage) => correlationIdOf(headers),
    routerOptions: { maxParamLength: PARAMETER_CHARACTERS_MAX },
    // Whoever can reach us directly could write any address into a forwarding header.
    trustProxy: false,
    clientErrorHandler: answerUnparsable,
    frameworkErrors: answerUnroutable,
  });

const readBodies = ({ bodyMaxBytes = BODY_MAX_BYTES }: HttpOptions, app: NestFastifyApplication): void => {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: bodyMaxBytes },
    parseJsonBody,
  );
  fastify.addContentTypeParser([...STREAMED_TYPES, ...FILE_TYPES], (_request, payload, done) =>
    done(null, payload),
  );
};

const guardRequests = async (options: HttpOptions, app: NestFastifyApplication): Promise<void> => {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header(CORRELATION_HEADER, request.id);
    done();
  });
  await secureAnswers(fastify);
  answerBeforeClosing(fastify);
  fastify.addHook('onRequest', refuseBadUrl);
  refuseOtherMethods(fastify);
  const authentication = app.get(Authentication, { strict: false });
  await app.register(rateLimitPlugin, rateLimit(authentication, options.limits ?? GENEROUS_LIMITS));
  takeLargeBodies(fastify, authentication);
};

/**
 * The application of a service with everything about HTTP that services share: problems, limits, security headers,
 * correlation ids, OpenAPI. The module must import `access(…)`: without it there is nothing to ask who is there, and
 * this throws. On SIGINT and SIGTERM requests under way are answered first; close databases in
 * `onApplicationShutdown`, which comes after.
 */
export const createHttpApp = async (
  module: Type | DynamicModule,
  options: HttpOptions,
): Promise<NestFastifyApplication> => {
  const app = await NestFactory.create<NestFastifyApplication>(module, newAdapter(options), {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  app.useGlobalFilters(new ProblemFilter());
  readBodies(options, app);
  await guardRequests(options, app);
  documentApi(app, options);
  app.enableShutdownHooks(['SIGINT', 'SIGTERM']);
  return app;
};

/** Begins to listen, on this machine only unless a host is given; resolves with the address. */
export const listen = async (
  app: NestFastifyApplication,
  at: { port: number; host?: string },
): Promise<string> => {
  await app.listen(at.port, at.host ?? '127.0.0.1');
  return app.getUrl();
};
