import { ValidationTypes } from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import type { EventContract } from './define.js';
import { WIRE_CHECK, type NestedConstraint, type PayloadClass } from './fields.js';
import type { JsonSchema } from './kinds.js';

interface ObjectSchema extends JsonSchema {
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

const isNested = (constraint: JsonSchema | NestedConstraint): constraint is NestedConstraint =>
  typeof constraint['nested'] === 'function';

const schemaOfConstraint = (constraint: JsonSchema | NestedConstraint): JsonSchema => {
  if (!isNested(constraint)) return constraint;
  const nested = schemaOfClass(constraint.nested());
  const { list } = constraint;
  return list === null ? nested : { type: 'array', items: nested, minItems: list.min, maxItems: list.max };
};

/** Null says the same as absence, so what may be absent may be null. */
const orNull = (schema: JsonSchema): JsonSchema => ({
  ...schema,
  type: [schema['type'], 'null'],
  ...(Array.isArray(schema['enum']) && { enum: [...schema['enum'], null] }),
});

const schemaOfClass = (target: PayloadClass): JsonSchema => {
  const {
    properties,
    required = [],
    ...rest
  } = targetConstructorToSchema(target, {
    additionalConverters: {
      [WIRE_CHECK]: (meta) => schemaOfConstraint(meta.constraints[0]),
      // The check beside it knows the class; the helper's own converter would point outside the schema.
      [ValidationTypes.NESTED_VALIDATION]: {},
    },
  }) as unknown as ObjectSchema;
  const fields = Object.entries(properties).map(([name, schema]) => [
    name,
    required.includes(name) ? schema : orNull(schema),
  ]);
  return { ...rest, properties: Object.fromEntries(fields), required, additionalProperties: true };
};

/**
 * The JSON Schema (draft-07) of an event's content, self-contained, computed from the class-validator metadata of its
 * class: both accept and refuse the same. Unknown fields are let through, since older readers live with newer writers.
 */
export const jsonSchemaOf = (contract: EventContract): JsonSchema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: contract.type,
  description: contract.summary,
  ...schemaOfClass(contract.payload),
});
