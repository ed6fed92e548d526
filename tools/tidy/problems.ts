import { functionsOf } from './functions.js';
import * as rules from './rules.js';

/** A file that runs: no test, and nothing that is planted for one. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

const linesOf = ({ text }: Source): readonly string[] => text.replace(/\n$/, '').split('\n');

const bannedIn = (source: Source, bans = rules.BANS): string[] =>
  bans
    .filter(({ only, except }) => {
      const isThere = only === undefined || only.test(source.path);
      return isThere && !except.some((place) => place.test(source.path));
    })
    .flatMap(({ pattern, instead }) =>
      linesOf(source).flatMap((line, index) =>
        pattern.test(line) ? [`${source.path}:${index + 1}: ${instead}`] : [],
      ),
    );

const tooLong = (source: Source): string[] => {
  const lines = linesOf(source).length;
  const files =
    lines > rules.FILE_LINES_MAX ? [`${source.path} has ${lines} lines: split it where a name appears`] : [];
  const functions = functionsOf(source.text, source.path)
    .filter((one) => one.lines > rules.FUNCTION_LINES_MAX)
    .map((one) => `${source.path}:${one.line}: ${one.name} has ${one.lines} lines: name its parts`);
  return [...files, ...functions];
};

const tooDeep = ({ path }: Source): string[] => {
  const below = /^(?:apps|libs)\/[^/]+\/src\/(.*)\/[^/]+$/.exec(path)?.[1]?.split('/') ?? [];
  return below.length > rules.FOLDERS_DEEP_MAX ? [`${path} lies ${below.length} folders deep`] : [];
};

/** What is wrong with one file, in sentences that say what to do. */
export const problemsOf = (source: Source): readonly string[] => [
  ...bannedIn(source),
  ...tooLong(source),
  ...tooDeep(source),
];

/** What is wrong with a test, which may be long and ask for the time. */
export const problemsOfTest = (source: Source): readonly string[] =>
  bannedIn(
    source,
    rules.BANS.filter(({ inTests }) => inTests),
  );

const at = (part: number, sizes: readonly number[]): number =>
  sizes.toSorted((a, b) => a - b)[Math.floor(sizes.length * part)] ?? 0;

const tooMuch = (what: string, found: number, allowed: number): string[] =>
  found > allowed ? [`${what} is ${found} lines, over ${allowed}`] : [];

/** What is wrong with all of them together. */
export const problemsOfAll = (sources: readonly Source[]): readonly string[] => {
  const files = sources.map((source) => linesOf(source).length);
  const functions = sources.flatMap(({ text, path }) => functionsOf(text, path).map(({ lines }) => lines));
  return [
    ...tooMuch('the median file', at(0.5, files), rules.FILE_LINES_MEDIAN_MAX),
    ...tooMuch('the file at the ninetieth percentile', at(0.9, files), rules.FILE_LINES_P90_MAX),
    ...tooMuch('the function at the ninetieth percentile', at(0.9, functions), rules.FUNCTION_LINES_P90_MAX),
  ];
};
