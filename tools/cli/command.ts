import type { ParseArgsConfig } from 'node:util';

/** What a command was asked. */
export interface Asked {
  /** The data folder of the stack that is meant. */
  readonly folder: string;
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
}

/** Rows become a table, text is printed as it is. */
export type Answer = string | readonly Readonly<Record<string, string | number | null>>[];

/** One word of the command line. */
export interface Command {
  readonly usage: string;
  readonly summary: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  readonly run: (asked: Asked) => Promise<Answer>;
}
