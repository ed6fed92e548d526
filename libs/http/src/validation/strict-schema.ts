import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { jsonSchemaOf, type EventContract, type JsonSchema } from '#libs/contracts';

const ajv = new Ajv({ allErrors: false, strict: false, coerceTypes: false });
formats.default(ajv);

const isObject = (value: unknown): value is JsonSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const compiled = new WeakMap<object, ValidateFunction>();

/** The schema without room for fields that nobody knows, at every level. */
const closed = (schema: JsonSchema): JsonSchema =>
  Object.fromEntries(
    Object.entries(schema).map(([keyword, value]) => {
      if (keyword === 'additionalProperties') return [keyword, false];
      return [keyword, isObject(value) ? closed(value) : value];
    }),
  );

/**
 * Whether a value is the contract's content with nothing beside it, by its compiled schema: what this lets through,
 * `validated` lets through too, at a hundredth of the price. What it refuses, `validated` must look at to say why.
 */
export const strictCheckOf = <Payload extends object>(
  contract: EventContract<string, Payload>,
): ((value: unknown) => value is Payload) => {
  const known = compiled.get(contract);
  const validate = known ?? ajv.compile(closed(jsonSchemaOf(contract as unknown as EventContract)));
  compiled.set(contract, validate);
  return (value): value is Payload => validate(value) === true;
};
