import { ApiExtension, type OpenAPIObject } from '@nestjs/swagger';

const EXAMPLE = 'x-example';

type Values = Readonly<Record<string, string | number>>;

/**
 * Values of a route's parameters, by name, under which it answers on the sample data. They stand in its OpenAPI document as
 * examples; a list is written as in a query, with commas.
 */
export const Example = (values: Values): MethodDecorator => ApiExtension(EXAMPLE, values);

interface Parameter {
  readonly name?: string;
  readonly schema?: { readonly type?: string };
  example?: unknown;
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  [EXAMPLE]?: Values;
}

const exampleOf = ({ schema }: Parameter, value: string | number): unknown =>
  schema?.type === 'array' ? String(value).split(',') : value;

/** Puts the values beside the parameters that they are of. Throws for one that is of none. */
export const placeExamples = (api: OpenAPIObject): OpenAPIObject => {
  for (const [path, item] of Object.entries(api.paths))
    for (const operation of Object.values(item) as Operation[]) {
      for (const [name, value] of Object.entries(operation[EXAMPLE] ?? {})) {
        const parameter = operation.parameters?.find((one) => one.name === name);
        if (parameter === undefined)
          throw new Error(`${path} has an example of ${name}, which it does not take`);
        parameter.example = exampleOf(parameter, value);
      }
      delete operation[EXAMPLE];
    }
  return api;
};
