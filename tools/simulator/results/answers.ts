/** What became of an input so far. */
export type Answer = 'registered' | 'already-member' | 'accepted' | 'refused' | 'unmatched';

/** How many inputs got which answer. */
export type AnswerCounts = Readonly<Record<Answer | 'unanswered', number>>;

/** Inputs that were sent and the answers that came, by key. An answer may be followed by another: the last one counts. */
export class Answers {
  private readonly mine = new Map<string, Answer | null>();
  private readonly before = new Map<string, Answer>();
  private open = 0;
  private hasCaughtUp = false;

  /** Whether the input was answered before this run; it need not be sent again. */
  isAnswered(key: string): boolean {
    return this.before.has(key) && this.recall(key);
  }

  /** Counts an input of ours with the answer that it got before this run, if any; tells whether it got one. */
  recall(key: string): boolean {
    const answer = this.before.get(key) ?? null;
    this.mine.set(key, answer);
    return answer !== null;
  }

  /** The input is sent now. */
  sent(key: string): void {
    this.mine.set(key, null);
    this.open += 1;
  }

  /** An answer came. Answers to what others sent are of no concern, except those read before anything was sent. */
  answered(key: string, answer: Answer): void {
    const known = this.mine.get(key);
    if (known === undefined) {
      if (!this.hasCaughtUp) this.before.set(key, answer);
      return;
    }
    if (known === null) this.open -= 1;
    this.mine.set(key, answer);
  }

  /** All answers that lay in the log when this run began have been read. */
  caughtUp(): void {
    this.hasCaughtUp = true;
  }

  /** Inputs sent in this run without an answer so far. */
  get unanswered(): number {
    return this.open;
  }

  /** Inputs of this plan so far, sent now or answered before. */
  get inputs(): number {
    return this.mine.size;
  }

  counts(): AnswerCounts {
    const counts = {
      registered: 0,
      'already-member': 0,
      accepted: 0,
      refused: 0,
      unmatched: 0,
      unanswered: 0,
    };
    for (const answer of this.mine.values()) counts[answer ?? 'unanswered'] += 1;
    return counts;
  }
}
