import { ApiExtension, type OpenAPIObject } from '@nestjs/swagger';

const REFERENCE = /^#\/components\/schemas\/(.+)$/;
const OPEN = 'x-open-body';

interface Operation {
  readonly [OPEN]?: boolean;
  readonly requestBody?: unknown;
}

/** For bodies that others have laid down: fields that the document does not name are taken, and passed over. */
export const OpenBody = () => ApiExtension(OPEN, true);

/** The names of all schemas that are referred to anywhere inside. */
const namesIn = (part: unknown): string[] => {
  if (typeof part !== 'object' || part === null) return [];
  const own = '$ref' in part && typeof part.$ref === 'string' ? REFERENCE.exec(part.$ref)?.[1] : undefined;
  return [...(own === undefined ? [] : [own]), ...Object.values(part).flatMap(namesIn)];
};

/** The names of all schemas that bodies are made of, of those inside them too. */
const namesOf = (
  operations: readonly Operation[],
  schemas: Readonly<Record<string, unknown>>,
): Set<string> => {
  const waiting = namesIn(operations.map(({ requestBody }) => requestBody));
  const found = new Set<string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    waiting.push(...namesIn(schemas[name]));
  }
  return found;
};

/** Says of the schemas of bodies whether unknown fields are refused, as they are wherever it is ours to say. */
export const closeBodies = (api: OpenAPIObject): OpenAPIObject => {
  const schemas = (api.components?.schemas ?? {}) as Record<string, { additionalProperties?: unknown }>;
  const operations = Object.values(api.paths).flatMap((item) => Object.values(item) as Operation[]);
  const { open = [], closed = [] } = Object.groupBy(operations, (one) => (one[OPEN] ? 'open' : 'closed'));
  for (const name of namesOf(closed, schemas)) schemas[name]!.additionalProperties ??= false;
  for (const name of namesOf(open, schemas)) schemas[name]!.additionalProperties ??= true;
  return api;
};
