import type { Chance } from '../../sample/chance/chance.js';

/** How a fault is inflicted. */
export interface Way {
  /** Draws what the plan leaves open, such as which of two processes it hits. */
  readonly chance: Chance;
  /** Told when the fault was held long enough, before it is mended. */
  readonly isHeld: () => void;
}
