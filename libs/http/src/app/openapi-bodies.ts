import type { OpenAPIObject } from '@nestjs/swagger';

const REFERENCE = /^#\/components\/schemas\/(.+)$/;

interface Closed {
  additionalProperties?: unknown;
}

/** The names of all schemas that are referred to anywhere inside. */
const namesIn = (part: unknown): string[] => {
  if (typeof part !== 'object' || part === null) return [];
  const own = '$ref' in part && typeof part.$ref === 'string' ? REFERENCE.exec(part.$ref)?.[1] : undefined;
  return [...(own === undefined ? [] : [own]), ...Object.values(part).flatMap(namesIn)];
};

/** Says of the schemas of bodies that unknown fields are refused, of those inside them too. */
export const closeBodies = (api: OpenAPIObject): OpenAPIObject => {
  const schemas: Record<string, unknown> = api.components?.schemas ?? {};
  const operations = Object.values(api.paths).flatMap((item) => Object.values(item) as unknown[]);
  const bodies = operations.map((operation) => (operation as { requestBody?: unknown }).requestBody);
  const waiting = namesIn(bodies);
  const closed = new Set<string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (closed.has(name)) continue;
    closed.add(name);
    (schemas[name] as Closed).additionalProperties ??= false;
    waiting.push(...namesIn(schemas[name]));
  }
  return api;
};
