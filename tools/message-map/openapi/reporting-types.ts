import { openApiOf, ParkedController } from '#libs/http';
import { DiscoveryModule } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { controllers } from '../../../apps/reporting/src/reporting.module.js';

const HEAD = `// Computed by npm run docs from what reporting says of itself; the dashboard's client is typed by it.\n\n`;

/** The types of reporting's HTTP side, as TypeScript; there is nothing behind the controllers. */
export const reportingTypes = async (): Promise<string> => {
  const module = await Test.createTestingModule({
    imports: [DiscoveryModule],
    controllers: [...controllers, ParkedController],
  })
    .useMocker(() => ({}))
    .compile();
  const app = module.createNestApplication(new FastifyAdapter(), { logger: false });
  const document = openApiOf(app, { title: 'Cakupan reporting' });
  return HEAD + astToString(await openapiTS(document as unknown as OpenAPI3));
};
