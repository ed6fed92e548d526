import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { Problem } from '../problems/problem.js';
import { FORBIDDEN_FIELDS } from '../requests/flaw-of.js';
import { fieldsOf } from './fields-of.js';
import { shapeFaults } from './shape-faults.js';

/** A class whose class-validator decorators say what a request may carry. */
export type RequestClass<T extends object> = new () => T;

/** Unknown fields are refused over HTTP; what was refused is not handed around. */
const RULES = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: true,
  validationError: { target: false, value: true },
} as const;

const isRecord = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/**
 * The value as an instance of the class, with defaults and conversions applied.
 * Throws a 400 that lists the fields at fault, unknown ones too.
 */
export const validated = <T extends object>(type: RequestClass<T>, given: unknown): T => {
  if (!isRecord(given)) throw Problem.malformed();
  const reaching = FORBIDDEN_FIELDS.find((field) => Object.hasOwn(given, field));
  if (reaching) throw Problem.malformed([{ path: reaching, reason: 'forbidden-field' }]);
  const instance = plainToInstance(type, given);
  const faults = shapeFaults(instance);
  if (faults.length > 0) throw Problem.malformed(faults);
  const errors = validateSync(instance, RULES);
  if (errors.length > 0) throw Problem.malformed(fieldsOf(errors));
  return instance;
};
