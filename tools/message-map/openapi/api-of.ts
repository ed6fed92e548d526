import { openApiOf } from '#libs/http';
import type { Type } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { Test } from '@nestjs/testing';

/** The OpenAPI document of controllers; there is nothing behind them. */
export const apiOf = async (title: string, controllers: readonly Type[]): Promise<OpenAPIObject> => {
  const module = await Test.createTestingModule({
    imports: [DiscoveryModule],
    controllers: [...controllers],
  })
    .useMocker(() => ({}))
    .compile();
  const app = module.createNestApplication(new FastifyAdapter(), { logger: false });
  return openApiOf(app, { title });
};
