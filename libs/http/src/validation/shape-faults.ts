import { getMetadataStorage, ValidationTypes } from 'class-validator';
import type { ProblemField } from '../problems/problem.js';

interface Shape {
  readonly lists: readonly string[];
  readonly objects: readonly string[];
}

const shapes = new Map<object, Shape>();

const shapeOf = (type: new () => object): Shape => {
  const known = shapes.get(type);
  if (known) return known;
  const rules = getMetadataStorage().getTargetValidationMetadatas(type, '', true, false);
  const lists = new Set(rules.filter((rule) => rule.each).map((rule) => rule.propertyName));
  const nested = rules.filter((rule) => rule.type === ValidationTypes.NESTED_VALIDATION);
  const objects = new Set(nested.map((rule) => rule.propertyName).filter((name) => !lists.has(name)));
  const shape = { lists: [...lists], objects: [...objects] };
  shapes.set(type, shape);
  return shape;
};

const classOf = (instance: object): new () => object => {
  const prototype = Object.getPrototypeOf(instance) as { constructor: new () => object };
  return prototype.constructor;
};

const isPresent = (value: unknown) => value !== undefined && value !== null;

/**
 * The fields that hold a list where an object is asked for, or the reverse. class-validator lets both through: rules for
 * each item hold for a single value too, and rules for a nested object hold for an empty list.
 */
export const shapeFaults = (instance: object, parent = ''): ProblemField[] => {
  const { lists, objects } = shapeOf(classOf(instance));
  const entry = (name: string): unknown => (instance as Record<string, unknown>)[name];
  const wrong = [
    ...lists.filter((name) => isPresent(entry(name)) && !Array.isArray(entry(name))),
    ...objects.filter((name) => Array.isArray(entry(name))),
  ];
  const inside = Object.entries(instance).flatMap(([name, value]) =>
    faultsInside(value, `${parent}${name}.`),
  );
  return [...wrong.map((name) => ({ path: `${parent}${name}`, reason: 'malformed' as const })), ...inside];
};

const faultsInside = (value: unknown, parent: string): ProblemField[] => {
  if (Array.isArray(value)) return value.flatMap((item, index) => faultsInside(item, `${parent}${index}.`));
  const isOfClass = typeof value === 'object' && value !== null && classOf(value) !== Object;
  return isOfClass ? shapeFaults(value, parent) : [];
};
