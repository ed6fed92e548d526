/** How often an operator's view looks again. */
export const LOOK_EVERY_MS = 5_000;
