import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { CannotStart } from '../cannot-start.js';
import type { Sample } from './stack-file.js';

/** What the data of a folder is: a story of the past, in part or whole, or what was really sent. */
export type Contents = 'sample-loading' | 'sample-loaded' | 'real';

/** What other programs are told of it. */
export const SAMPLE_OF: Readonly<Record<Contents, Sample>> = {
  real: 'none',
  'sample-loading': 'loading',
  'sample-loaded': 'loaded',
};

/** What was asked for this time. */
export interface Wish {
  readonly empty: boolean;
  /** All four services run, on a broker and a database of this stack's own. */
  readonly canLoad: boolean;
  /** NODE_ENV says so. */
  readonly production: boolean;
}

/** The last day of the story that the sample data tells. */
export const SAMPLE_DAY = '2024-12-17';

/** What the folder holds from now on. The two kinds are never mixed: their clocks differ. */
export const contentsFor = (before: Contents | null, wish: Wish, folder: string): Contents => {
  const wantsSample = wish.canLoad && !wish.empty;
  const after = before ?? (wantsSample ? 'sample-loading' : 'real');
  if (after !== 'real' && wish.empty) {
    throw new CannotStart(
      `${folder} holds sample data, so --empty needs --fresh with it, or another folder (--data).`,
    );
  }
  if (after !== 'real' && wish.production) {
    throw new CannotStart(
      'Sample data runs on the clock of its story, which production refuses. Use --empty.',
    );
  }
  if (after === 'real' && wantsSample) {
    throw new CannotStart(
      `${folder} was begun without sample data. Go on with it by --empty, begin again by --fresh, or choose another folder (--data).`,
    );
  }
  return after;
};

export const readContents = (file: string): Contents | null =>
  existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { contents: Contents }).contents : null;

export const writeContents = (file: string, contents: Contents): void => {
  writeFileSync(`${file}.new`, JSON.stringify({ contents }));
  renameSync(`${file}.new`, file);
};
