/** What an invariant came to. */
export interface Finding {
  /** How many things were looked at. */
  readonly checked: number;
  /** Sentences; behind the first twenty one that says how many more there are. */
  readonly violations: readonly string[];
}

const SENTENCES_MAX = 20;

/** Collects what violates an invariant. */
export class Findings {
  private looked = 0;
  private found = 0;
  private readonly sentences: string[] = [];

  /** So many more things were looked at. */
  looking(count = 1): void {
    this.looked += count;
  }

  violated(sentence: string): void {
    this.found += 1;
    if (this.sentences.length < SENTENCES_MAX) this.sentences.push(sentence);
  }

  /** Looks at one thing: says the sentence unless `holds`. */
  expect(holds: boolean, sentence: () => string): void {
    this.looked += 1;
    if (!holds) this.violated(sentence());
  }

  get result(): Finding {
    const more = this.found - this.sentences.length;
    const violations = more > 0 ? [...this.sentences, `… and ${more} more of the kind`] : this.sentences;
    return { checked: this.looked, violations };
  }
}
