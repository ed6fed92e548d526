import { kinds } from '#libs/contracts';

/**
 * Values of a query, separated by commas, at most so many different ones. A repeat counts once, which no schema can say:
 * hence none is said of how many there may be.
 */
export const listed = (item: kinds.Kind, max: number): kinds.Kind => ({
  ...kinds.listOf(item, { min: 1, max }),
  schema: { type: 'array', items: item.schema, minItems: 1 },
});
