import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { ValidationTypes } from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import { documentedBodies, documentedQueries } from '../validation/documented-classes.js';

type RequestClass = new () => object;
type Schema = Record<string, unknown>;

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && ('type' in value || 'enum' in value || 'anyOf' in value);

interface ListOfObjects {
  readonly list: { readonly min: number; readonly max: number };
}

const isListOfObjects = (value: unknown): value is ListOfObjects =>
  typeof value === 'object' && value !== null && 'list' in value && value.list !== null;

const schemaIn = (constraint: unknown): Schema => {
  if (isSchema(constraint)) return constraint;
  if (!isListOfObjects(constraint)) return {};
  return { minItems: constraint.list.min, maxItems: constraint.list.max };
};

/**
 * Decorators of our own carry a JSON Schema as their first constraint, or the bounds of a list of objects; others that
 * nobody knows say nothing.
 */
const CONVERTERS = {
  [ValidationTypes.CUSTOM_VALIDATION]: ({ constraints }: { constraints?: unknown[] }) =>
    schemaIn(constraints?.[0]),
  [ValidationTypes.NESTED_VALIDATION]: {},
};

const nestedClassOf = (type: RequestClass, property: string): RequestClass | null => {
  const found = defaultMetadataStorage.findTypeMetadata(type, property)?.typeFunction?.() as
    RequestClass | undefined;
  return found && Object.values(targetConstructorToSchema(found).properties ?? {}).length > 0 ? found : null;
};

interface Property {
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
  readonly initial: unknown;
}

const ofNested = (nested: RequestClass, { type, items: _items, ...bounds }: Schema): Schema => ({
  ...bounds,
  type: () => nested,
  isArray: type === 'array',
});

/** Null says the same as absence in a body; in a query it would be the text. */
const orNull = ({ enum: values }: Schema): Schema => ({
  nullable: true,
  ...(Array.isArray(values) && { enum: [...(values as unknown[]), null] }),
});

/** Adds to what a class says of the property itself, such as a description. */
const describeProperty = (
  type: RequestClass,
  { name, schema, required, initial }: Property,
  isOfBody: boolean,
): void => {
  const nested = nestedClassOf(type, name);
  const presence = initial === undefined ? { required } : { required: false, default: initial };
  const shape = {
    ...(nested ? ofNested(nested, schema) : schema),
    ...(isOfBody && !required && orNull(schema)),
    ...presence,
  };
  ApiProperty(shape as ApiPropertyOptions)(type.prototype as object, name);
  if (nested) describe(nested, isOfBody);
};

const describe = (type: RequestClass, isOfBody: boolean): void => {
  const schema = targetConstructorToSchema(type, { additionalConverters: CONVERTERS as never });
  const initial = new type() as Record<string, unknown>;
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const required = schema.required?.includes(name) ?? false;
    describeProperty(type, { name, schema: property as Schema, required, initial: initial[name] }, isOfBody);
  }
};

/** Tells Nest's document what the class-validator decorators of all request classes say, so that it is said once. */
export const describeClasses = (): void => {
  documentedQueries().forEach((type) => describe(type, false));
  documentedBodies().forEach((type) => describe(type, true));
};
