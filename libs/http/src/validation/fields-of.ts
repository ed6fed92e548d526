import type { ValidationError } from 'class-validator';
import { REASONS, type Reason } from '#libs/kernel';
import type { ProblemField } from '../problems/problem.js';

/** Enough to mend a request by; an answer is no copy of what came. */
const FIELDS_MAX = 100;
const PATH_CHARACTERS_MAX = 200;

const LIMITS = new Set([
  'min',
  'max',
  'isPositive',
  'isNegative',
  'isLength',
  'minLength',
  'maxLength',
  'arrayMinSize',
  'arrayMaxSize',
  'arrayNotEmpty',
  'isNotEmpty',
  'minDate',
  'maxDate',
]);
const CODES = new Set(['isIn', 'isEnum']);

const isReason = (text: string): text is Reason => Object.hasOwn(REASONS, text);

const reasonOf = ({ value, constraints = {} }: ValidationError): Reason => {
  const names = Object.keys(constraints);
  if (names.includes('whitelistValidation')) return 'unknown-field';
  if (value === undefined || value === null) return 'missing';
  const stated = Object.values(constraints).find(isReason);
  if (stated) return stated;
  if (names.every((name) => LIMITS.has(name))) return 'out-of-range';
  return names.every((name) => CODES.has(name)) ? 'unknown-code' : 'malformed';
};

const fieldsBelow = (errors: readonly ValidationError[], parent: string): ProblemField[] =>
  errors.flatMap((error) => {
    const path = `${parent}${error.property ?? ''}`.slice(0, PATH_CHARACTERS_MAX);
    const own = error.constraints ? [{ path, reason: reasonOf(error) }] : [];
    return [...own, ...fieldsBelow(error.children ?? [], `${path}.`)];
  });

/**
 * The fields that class-validator found at fault, each with one reason: a slug that the decorator gave as its `message`,
 * else what the kind of rule says.
 */
export const fieldsOf = (errors: readonly ValidationError[]): ProblemField[] =>
  fieldsBelow(errors, '').slice(0, FIELDS_MAX);
