import type { ComponentProps } from 'preact';
import { around } from '../words/around.js';
import { NumberButton } from './number.js';
import { Sourced } from './sourced.js';

interface Props {
  /** The sentence, given its numbers. */
  readonly say: (...numbers: string[]) => string;
  readonly numbers: readonly ComponentProps<typeof NumberButton>[];
  /** What in it is in the words of a source. */
  readonly sources?: readonly string[];
}

/** A sentence of which the numbers open. */
export const Sentence = ({ say, numbers, sources = [] }: Props) => (
  <>
    {around(say, numbers.length).map((stretch) => {
      if (typeof stretch === 'string') return <Sourced text={stretch} sources={sources} />;
      const number = numbers[stretch];
      return number && <NumberButton {...number} />;
    })}
  </>
);
