import type { INestApplicationContext } from '@nestjs/common';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { RULE } from './rules.js';

/** Under this name Nest keeps the HTTP method of a route. */
const ROUTE = 'method';

type Methods = Readonly<Record<string, object>>;

const unruled = (type: { readonly name: string; readonly prototype: object }): string[] => {
  if (Reflect.hasMetadata(RULE, type)) return [];
  const methods = type.prototype as Methods;
  return new MetadataScanner()
    .getAllMethodNames(type.prototype)
    .filter((name) => Reflect.hasMetadata(ROUTE, methods[name] ?? {}))
    .filter((name) => !Reflect.hasMetadata(RULE, methods[name] ?? {}))
    .map((name) => `${type.name}.${name}`);
};

/**
 * The routes of an application that carry neither `@Allow` nor `@Public`, as `Controller.method`. They are refused at
 * run time; a test of each service expects the list to be empty.
 */
export const findRoutesWithoutRule = (app: INestApplicationContext): string[] =>
  app
    .get(DiscoveryService, { strict: false })
    .getControllers()
    .flatMap(({ metatype }) => (metatype ? unruled(metatype as never) : []));
