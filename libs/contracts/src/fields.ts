import 'reflect-metadata';
import { Type } from 'class-transformer';
import { ValidateBy, ValidateNested } from 'class-validator';
import type { Kind, ListBounds } from './kinds.js';

/** The name under which the checks of this file lie in class-validator's metadata; their constraint is the schema. */
export const WIRE_CHECK = 'wire';

/** A class of the wire. */
export type PayloadClass = new () => object;

/** What the metadata carries of a nested field: the class, and the bounds where it is a list. */
export interface NestedConstraint {
  readonly nested: () => PayloadClass;
  readonly list: ListBounds | null;
}

const check = (
  constraint: unknown,
  accepts: (value: unknown) => boolean,
  meaning: string,
): PropertyDecorator =>
  ValidateBy({
    name: WIRE_CHECK,
    constraints: [constraint],
    validator: { validate: accepts, defaultMessage: () => `$property must be ${meaning}` },
  });

const allOf =
  (...decorators: PropertyDecorator[]): PropertyDecorator =>
  (target, property) =>
    decorators.forEach((decorate) => decorate(target, property));

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);

/** The field holds a value of the kind. */
export const Is = (kind: Kind): PropertyDecorator => check(kind.schema, kind.accepts, kind.meaning);

/** The field holds an object of the class. */
export const Has = (nested: () => PayloadClass): PropertyDecorator =>
  allOf(Type(nested), ValidateNested(), check({ nested, list: null }, isObject, 'an object'));

/** The field holds a bounded list of objects of the class. */
export const HasMany = (nested: () => PayloadClass, list: ListBounds): PropertyDecorator =>
  allOf(
    Type(nested),
    ValidateNested({ each: true }),
    check(
      { nested, list },
      (value) =>
        Array.isArray(value) && value.length >= list.min && value.length <= list.max && value.every(isObject),
      `a list of ${list.min} to ${list.max} objects`,
    ),
  );
