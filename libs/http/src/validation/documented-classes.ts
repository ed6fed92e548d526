const classes = new Set<new () => object>();

/** Remembers a class of requests, so that the OpenAPI document can show what its decorators say. */
export const document = (type: new () => object): void => {
  classes.add(type);
};

/** All classes that a pipe of this process validates by. */
export const documentedClasses = (): readonly (new () => object)[] => [...classes];
