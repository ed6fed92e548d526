type RequestClass = new () => object;

const bodies = new Set<RequestClass>();
const queries = new Set<RequestClass>();

/** Remembers a class of bodies, so that the OpenAPI document can show what its decorators say. */
export const documentBody = (type: RequestClass): void => {
  bodies.add(type);
};

/** Remembers a class of queries, likewise. */
export const documentQuery = (type: RequestClass): void => {
  queries.add(type);
};

/** All classes by which a pipe of this process validates bodies. */
export const documentedBodies = (): readonly RequestClass[] => [...bodies];

/** All classes by which a pipe of this process validates queries. */
export const documentedQueries = (): readonly RequestClass[] => [...queries];
