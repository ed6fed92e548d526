import { parseArgs } from 'node:util';
import { CannotStart } from '../stack/cannot-start.js';

/** The measurements, in the order of a whole run; each has a file in `measurements`. */
export const NAMES = [
  'projection',
  'country',
  'rebuild',
  'queries',
  'sign-ups',
  'payments',
  'snap',
  'requests',
  'bulk',
  'relay',
  'latency',
  'footprint',
] as const;
export type Name = (typeof NAMES)[number];

export const HELP = `npm run bench -- ${NAMES.join('|')}|all [options]

Measures this system on this machine, beside the naive way in the same run, and proves what came out.
Everything is started on folders that are thrown away; nothing else should run meanwhile.

  --rounds 2      how often both ways are measured, in turn
  --events N      sign-ups, payments or events of each measurement, for a quick look
  --seconds N     how long the naive way, requests and latency go on, for a quick look
  --seed 7        of all inputs
  --write         write docs/evidence/bench.json and docs/performance.md; "all" does so when it is not shortened
  --help          this text
`;

/** What `npm run bench -- …` was asked for. */
export interface Options {
  readonly help: boolean;
  readonly names: readonly Name[];
  readonly rounds: number;
  readonly seed: number;
  readonly events: number | undefined;
  readonly seconds: number | undefined;
  readonly isShort: boolean;
  readonly write: boolean;
}

const FLAGS = {
  rounds: { type: 'string', default: '2' },
  events: { type: 'string' },
  seconds: { type: 'string' },
  seed: { type: 'string', default: '7' },
  write: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

const parsed = (args: readonly string[]) => {
  try {
    return parseArgs({ args: [...args], options: FLAGS, allowPositionals: true });
  } catch (error) {
    throw new CannotStart(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
};

const wholeOf = (flag: string, text: string): number => {
  const value = Number(text);
  if (/^\d+$/.test(text) && value > 0) return value;
  throw new CannotStart(`--${flag}: a whole number above 0 is needed, not "${text}".`);
};

const isName = (word: string): word is Name => (NAMES as readonly string[]).includes(word);

const namesOf = (words: readonly string[]): readonly Name[] => {
  const [word = '', ...more] = words;
  if (more.length === 0 && word === 'all') return NAMES;
  if (more.length === 0 && isName(word)) return [word];
  throw new CannotStart(`Say what to measure: one of ${NAMES.join(', ')}, or all.\n\n${HELP}`);
};

/** Reads the arguments behind `--`; refused with a sentence when they make no sense. */
export const optionsOf = (args: readonly string[]): Options => {
  const { values, positionals } = parsed(args);
  const optional = (flag: 'events' | 'seconds') => {
    const text = values[flag];
    return text === undefined ? undefined : wholeOf(flag, text);
  };
  const [events, seconds] = [optional('events'), optional('seconds')];
  const isShort = events !== undefined || seconds !== undefined;
  return {
    help: values.help,
    names: values.help ? [] : namesOf(positionals),
    rounds: wholeOf('rounds', values.rounds),
    seed: wholeOf('seed', values.seed),
    events,
    seconds,
    isShort,
    write: values.write || (positionals[0] === 'all' && !isShort),
  };
};
