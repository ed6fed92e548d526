import { jsonSchemaOf, type EventContract } from '#libs/contracts';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';

const ajv = new Ajv({ allErrors: false, strict: false, coerceTypes: false });
formats.default(ajv);

const compiled = new Map<string, ValidateFunction>();

/** The contract's compiled schema: the same verdict as its class-validator class, many times faster. */
export const schemaOf = (contract: EventContract): ValidateFunction => {
  const known = compiled.get(contract.type);
  if (known) return known;
  const validate = ajv.compile(jsonSchemaOf(contract));
  compiled.set(contract.type, validate);
  return validate;
};
