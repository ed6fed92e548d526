import { kinds } from '#libs/contracts';
import type { INestApplication } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { ApiParam, type OpenAPIObject } from '@nestjs/swagger';
import { PARAMETER_CHARACTERS_MAX } from '../requests/refuse-bad-url.js';
import type { PathPipe } from '../validation/pipes.js';

/** What Nest keeps of an argument of a route; the number before the colon of its key says where it comes from. */
interface Argument {
  readonly data?: unknown;
  readonly pipes?: readonly unknown[];
}

/** `@Param()`, in Nest's numbers. */
const OF_PATH = '5:';

/** Where Nest's document keeps what a route says of its parameters. */
const DESCRIBED = 'swagger/apiParameters';

const isDescribed = (route: object, name: string): boolean =>
  ((Reflect.getMetadata(DESCRIBED, route) ?? []) as { name?: unknown }[]).some((one) => one.name === name);

const isPathPipe = (pipe: unknown): pipe is PathPipe =>
  typeof pipe === 'object' && pipe !== null && 'schema' in pipe;

const describeRoute = (controller: object, prototype: object, method: string): void => {
  const found = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) as
    Record<string, Argument> | undefined;
  const route = (prototype as Record<string, object>)[method]!;
  for (const [key, { data, pipes }] of Object.entries(found ?? {})) {
    const pipe = pipes?.find(isPathPipe);
    if (!key.startsWith(OF_PATH) || typeof data !== 'string' || !pipe || isDescribed(route, data)) continue;
    ApiParam({ name: data, schema: pipe.schema })(prototype, method, { value: route });
  }
};

/** Tells Nest's document what the pipes of all parts of paths take, so that it is said once. */
export const describePaths = (app: INestApplication): void => {
  for (const { metatype } of app.get(DiscoveryService, { strict: false }).getControllers()) {
    if (!metatype) continue;
    const prototype = metatype.prototype as object;
    const methods = new MetadataScanner().getAllMethodNames(prototype);
    for (const method of methods) describeRoute(metatype, prototype, method);
  }
};

/** What the server itself takes as a part of a path, where no pipe says more. */
const ANY_PART = {
  type: 'string',
  minLength: 1,
  maxLength: PARAMETER_CHARACTERS_MAX,
  pattern: `^[^${kinds.NEVER_IN_TEXT}]+$`,
};

interface Parameter {
  readonly in?: string;
  schema?: unknown;
  style?: string;
  explode?: boolean;
}

const isUnsaid = (schema: unknown) => JSON.stringify(schema) === '{"type":"string"}';
const isList = (schema: unknown) =>
  typeof schema === 'object' && schema !== null && 'type' in schema && schema.type === 'array';

/** Says what holds for the parameters of every operation: which parts a path may have, and lists with commas. */
export const documentParameters = (api: OpenAPIObject): OpenAPIObject => {
  for (const item of Object.values(api.paths)) {
    for (const operation of Object.values(item) as { parameters?: Parameter[] }[]) {
      for (const parameter of operation.parameters ?? []) {
        if (parameter.in === 'path' && isUnsaid(parameter.schema)) parameter.schema = ANY_PART;
        if (parameter.in === 'query' && isList(parameter.schema))
          Object.assign(parameter, { style: 'form', explode: false });
      }
    }
  }
  return api;
};
