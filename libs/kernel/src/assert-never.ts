/** Makes a forgotten case of a union a compile error; at run time it names the value that got through. */
export const assertNever = (value: never): never => {
  throw new Error(`a case was forgotten: ${JSON.stringify(value)}`);
};
