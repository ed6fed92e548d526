/** A stretch of a sentence: the page's own words, or those of a source. */
export interface Stretch {
  readonly text: string;
  readonly isOfSource: boolean;
}

const cut = (text: string, source: string): readonly Stretch[] =>
  text
    .split(source)
    .flatMap((own, index) => [
      ...(index === 0 ? [] : [{ text: source, isOfSource: true }]),
      ...(own === '' ? [] : [{ text: own, isOfSource: false }]),
    ]);

/** A sentence told apart into the page's words and those that sources wrote, however often they stand in it. */
export const stretchesOf = (sentence: string, sources: readonly string[]): readonly Stretch[] =>
  sources
    .filter((source) => source !== '')
    .toSorted((a, b) => b.length - a.length) // of two of which one begins the other the whole one
    .reduce<readonly Stretch[]>(
      (stretches, source) => stretches.flatMap((each) => (each.isOfSource ? [each] : cut(each.text, source))),
      [{ text: sentence, isOfSource: false }],
    );
