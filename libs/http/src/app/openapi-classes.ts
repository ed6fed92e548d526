import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { defaultMetadataStorage } from 'class-transformer/cjs/storage.js';
import { ValidationTypes } from 'class-validator';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import { documentedClasses } from '../validation/documented-classes.js';

type RequestClass = new () => object;
type Schema = Record<string, unknown>;

/** Where Nest's document keeps what is known of a property; what a class says there itself is left alone. */
const DESCRIBED = 'swagger/apiModelProperties';

const isSchema = (value: unknown): value is Schema =>
  typeof value === 'object' && value !== null && ('type' in value || 'enum' in value || 'anyOf' in value);

/** Decorators of our own carry a JSON Schema as their first constraint; others that nobody knows say nothing. */
const CONVERTERS = {
  [ValidationTypes.CUSTOM_VALIDATION]: ({ constraints }: { constraints?: unknown[] }) =>
    isSchema(constraints?.[0]) ? constraints[0] : {},
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
}

const describeProperty = (
  type: RequestClass,
  { name, schema, required }: Property,
  initial: unknown,
): void => {
  if (Reflect.hasMetadata(DESCRIBED, type.prototype, name)) return;
  const nested = nestedClassOf(type, name);
  const shape = nested ? { type: () => nested, isArray: schema['type'] === 'array' } : schema;
  const presence = initial === undefined ? { required } : { required: false, default: initial };
  ApiProperty({ ...shape, ...presence } as ApiPropertyOptions)(type.prototype, name);
  if (nested) describe(nested);
};

const describe = (type: RequestClass): void => {
  const schema = targetConstructorToSchema(type, { additionalConverters: CONVERTERS as never });
  const initial = new type() as Record<string, unknown>;
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const required = schema.required?.includes(name) ?? false;
    describeProperty(type, { name, schema: property as Schema, required }, initial[name]);
  }
};

/** Tells Nest's document what the class-validator decorators of all request classes say, so that it is said once. */
export const describeClasses = (): void => documentedClasses().forEach(describe);
