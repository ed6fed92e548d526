import { stretchesOf } from '../words/sourced.js';

/** The language in which those write who count people and state targets. */
export const LANGUAGE_OF_SOURCES = 'id';

interface Props {
  readonly text: string;
  /** What in it is in the words of a source, as definitions of counts are. */
  readonly sources: readonly string[];
}

/** A sentence in the page's language around words of sources, which a screen reader is to speak in theirs. */
export const Sourced = ({ text, sources }: Props) => (
  <>
    {stretchesOf(text, sources).map((stretch) =>
      stretch.isOfSource ? <span lang={LANGUAGE_OF_SOURCES}>{stretch.text}</span> : stretch.text,
    )}
  </>
);
