/** The body with one value put in at a path. */
export const withAt = (body: unknown, [first, ...rest]: readonly string[], value: unknown): unknown => {
  if (first === undefined) return value;
  if (Array.isArray(body)) return body.map((item) => withAt(item, rest, value));
  return { ...(body as object), [first]: withAt((body as Record<string, unknown>)[first], rest, value) };
};
