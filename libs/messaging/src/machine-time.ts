/** Milliseconds since 1970. What operators are told of goes by the machine's clock, also while a story is told. */
export const machineMs = (): number => Date.now();
