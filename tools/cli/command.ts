import type { ParseArgsConfig } from 'node:util';

/** What a command was asked. */
export interface Asked {
  /** The data folder of the stack that is meant. */
  readonly folder: string;
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
}

type Row = Readonly<Record<string, string | number | null>>;

/** One answer in two forms: a screen for people, data for programs. */
export interface Report {
  readonly text: string;
  readonly data: object;
  readonly exitCode: number;
}

/** Rows become a table, a single thing a list of its properties; text is printed as it is. */
export type Answer = string | readonly Row[] | { readonly one: Readonly<Record<string, unknown>> } | Report;

/** One word of the command line. */
export interface Command {
  readonly usage: string;
  readonly summary: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  readonly run: (asked: Asked) => Promise<Answer>;
}
