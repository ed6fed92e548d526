import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { INestApplication } from '@nestjs/common';
import { BEARER } from '../access/rules.js';
import { placeExamples } from './example.js';
import { closeBodies } from './openapi-bodies.js';
import { describeClasses } from './openapi-classes.js';
import { describePaths, documentParameters } from './openapi-paths.js';
import { documentProblems } from './openapi-problems.js';

/** How a service's API is called in its documents. */
export interface ApiDescription {
  readonly title: string;
  readonly description?: string;
  readonly version?: string;
}

/** The OpenAPI document of an application, computed from its controllers and request classes. */
export const openApiOf = (
  app: INestApplication,
  { title, description = '', version = '1' }: ApiDescription,
): OpenAPIObject => {
  const config = new DocumentBuilder()
    .setTitle(title)
    .setDescription(description)
    .setVersion(version)
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, BEARER)
    .build();
  describeClasses();
  describePaths(app);
  const api = placeExamples(documentParameters(SwaggerModule.createDocument(app, config)));
  return documentProblems(closeBodies(api));
};

/** Serves `/openapi.json`, and a page for people at `/docs`. The document is computed when it is first asked for. */
export const documentApi = (app: INestApplication, description: ApiDescription): void =>
  SwaggerModule.setup('docs', app, () => openApiOf(app, description), {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
  });
