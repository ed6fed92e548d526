import type { Outline } from '../domain/outlines/outline.js';

/** An outline with the name of its region. */
export interface NamedOutline extends Outline {
  readonly name: string;
}

/** Draws outlines so that neighbours share the line between them. */
export abstract class Topologies {
  /** The outlines as a TopoJSON text, none of them too: one layer, `regions`, with `code` and `name` of each. */
  abstract textOf(outlines: readonly NamedOutline[]): string;
}
