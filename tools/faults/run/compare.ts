import { createHash } from 'node:crypto';
import { sentenceOf } from '../../stack/cannot-start.js';
import type { Figures } from '../check/check.js';
import { differencesOf } from './differences.js';

/** Fewer figures than that are not those of a system that did anything. */
const FIGURES_LEAST = 20;

/** What the comparison of a disturbed run with an undisturbed one came to. */
export interface Comparison {
  /** How many figures were held against each other. */
  readonly figures: number;
  /** Of all figures of the undisturbed run. */
  readonly digest: string;
  readonly seconds: number;
  /** What differs, or was violated in the undisturbed run. */
  readonly violations: readonly string[];
}

/** What a run that nobody disturbed left behind. */
export interface LeftAlone {
  readonly figures: Figures;
  readonly violations: readonly string[];
}

const digestOf = (figures: Figures): string =>
  createHash('sha256').update(JSON.stringify(figures)).digest('hex');

const NONE = { figures: 0, digest: '' };

/** Makes the undisturbed run and holds its figures against these; that it could not be made is a violation, too. */
export const compared = async (
  figures: Figures,
  undisturbed: () => Promise<LeftAlone>,
  isSwapped = false,
): Promise<Comparison> => {
  const began = performance.now();
  const seconds = () => Math.round((performance.now() - began) / 1_000);
  try {
    const alone = await undisturbed();
    const count = Object.keys(alone.figures).length;
    const violations = [
      ...alone.violations.map((one) => `undisturbed: ${one}`),
      ...differencesOf(figures, alone.figures, isSwapped).map((one) => `figures differ at ${one}`),
      ...(count < FIGURES_LEAST ? [`there were only ${count} figures to compare`] : []),
    ];
    return { figures: count, digest: digestOf(alone.figures), seconds: seconds(), violations };
  } catch (error) {
    const violations = [`there was no undisturbed run to compare with: ${sentenceOf(error)}`];
    return { ...NONE, seconds: seconds(), violations };
  }
};
