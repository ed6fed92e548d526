import { applyDecorators } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Authentication } from '../access/authentication.js';
import { Problem } from '../problems/problem.js';
import type { PartsMax } from './flaw-of.js';

/** How large a JSON body may be. */
export interface BodySize {
  readonly bytesMax: number;
  readonly partsMax: PartsMax;
}

interface SizedRoute {
  readonly bodySize?: BodySize;
}

/** Under this name the document of an operation says how many bytes it takes, where it takes more than others. */
const BYTES_MAX_EXTENSION = 'x-body-bytes-max';

/** The route takes a larger JSON body than others do. Only who proves to be somebody may send it. */
export const LargeBody = (bodySize: BodySize): MethodDecorator =>
  applyDecorators(
    RouteConfig({ bodySize } satisfies SizedRoute),
    ApiExtension(BYTES_MAX_EXTENSION, bodySize.bytesMax),
  );

/** How many parts the body of the request may have; undefined: as many as usual. */
export const partsMaxOf = ({ routeOptions }: FastifyRequest): PartsMax | undefined =>
  (routeOptions.config as SizedRoute).bodySize?.partsMax;

/**
 * Lets routes that say so take large bodies, and asks for a good token before one is read: what the rules of the route
 * say comes after. Must come before the routes.
 */
export const takeLargeBodies = (fastify: FastifyInstance, authentication: Authentication): void => {
  const identify = async (request: FastifyRequest): Promise<void> => {
    if (!(await authentication.actorOf(request))) throw Problem.unauthorized('token-missing');
  };
  fastify.addHook('onRoute', (route) => {
    const { bodySize } = (route.config ?? {}) as SizedRoute;
    if (bodySize === undefined) return;
    route.bodyLimit = bodySize.bytesMax;
    route.onRequest = [route.onRequest ?? [], identify].flat();
  });
};
