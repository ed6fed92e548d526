/** A test file, and of it only the tests whose names match, where others take long. */
export interface Catcher {
  readonly project: 'unit' | 'integration' | 'e2e';
  readonly spec: string;
  readonly tests?: string;
}

/** One change of one place in the sources that takes a guard away, and the tests that have to notice. */
export interface Mutation {
  readonly name: string;
  /** What happens without the guard. */
  readonly breaks: string;
  readonly file: string;
  /** Occurs in the file exactly once. */
  readonly from: string;
  readonly to: string;
  readonly caughtBy: Catcher;
}

/** The source with the change. */
export const mutated = ({ name, file, from, to }: Mutation, source: string): string => {
  const parts = source.split(from);
  if (parts.length !== 2)
    throw new Error(
      `${name}: its text occurs ${parts.length - 1} times in ${file}, not once; the mutation must follow the source`,
    );
  return parts.join(to);
};
