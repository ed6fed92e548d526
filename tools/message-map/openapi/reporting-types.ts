import { ParkedController } from '#libs/http';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { controllers } from '../../../apps/reporting/src/reporting.module.js';
import { apiOf } from './api-of.js';

const HEAD = `// Computed by npm run docs from what reporting says of itself; the dashboard's client is typed by it.\n\n`;

/** The types of reporting's HTTP side, as TypeScript. */
export const reportingTypes = async (): Promise<string> => {
  const document = await apiOf('Cakupan reporting', [...controllers, ParkedController]);
  return HEAD + astToString(await openapiTS(document as unknown as OpenAPI3));
};
