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

/** Which part of the sample it is. */
export interface Part {
  /** The share of the story's people. */
  readonly scale: number;
  /** `gateway/paymentId` of a payment that is left out. */
  readonly without: string | null;
}

/** What a folder is noted to hold. */
export interface Noted extends Part {
  readonly contents: Contents;
}

export const WHOLE: Part = { scale: 1, without: null };

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

const partText = ({ scale, without }: Part): string =>
  `--scale ${scale}${without === null ? '' : ` --without ${without}`}`;

/** The part of the sample that is meant: what the folder holds already, or what is asked for. The two are never mixed. */
export const partFor = (before: Noted | null, wish: Partial<Part>, folder: string): Part => {
  if (before === null || before.contents === 'real') return { ...WHOLE, ...wish };
  const { scale, without } = before;
  const held = { scale, without };
  const asked = { ...held, ...wish };
  if (asked.scale === scale && asked.without === without) return held;
  throw new CannotStart(
    `${folder} holds the sample with ${partText(held)}, not with ${partText(asked)}. Go on with it without these options, begin again by --fresh, or choose another folder (--data).`,
  );
};

/** What a reader must know of the sample, if it is not all of it. */
export const partSentence = ({ scale, without }: Part): string | null => {
  const share = scale === 1 ? null : `${Number((scale * 100).toPrecision(6))} % of its people`;
  const gap = without === null ? null : `without the payment ${without}`;
  const parts = [share, gap].filter((part) => part !== null);
  return parts.length === 0 ? null : `${parts.join(', ')}: figures are not those that were published`;
};

export const readContents = (file: string): Noted | null =>
  existsSync(file) ? { ...WHOLE, ...(JSON.parse(readFileSync(file, 'utf8')) as Noted) } : null;

export const writeContents = (file: string, noted: Noted): void => {
  writeFileSync(`${file}.new`, JSON.stringify(noted));
  renameSync(`${file}.new`, file);
};
