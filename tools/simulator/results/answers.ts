/** What became of an input so far. */
export type Answer = 'registered' | 'already-member' | 'accepted' | 'refused' | 'unmatched';

/** How many inputs got which answer. */
export type AnswerCounts = Readonly<Record<Answer | 'unanswered', number>>;

const NONE = {
  registered: 0,
  'already-member': 0,
  accepted: 0,
  refused: 0,
  unmatched: 0,
  unanswered: 0,
} satisfies AnswerCounts;

/** Inputs that were sent and the answers that came, by key. An answer may be followed by another: the last one counts. */
export class Answers {
  private readonly mine = new Map<string, Answer | 'unanswered'>();
  private readonly before = new Map<string, Answer>();
  private readonly tally = { ...NONE };
  private hasCaughtUp = false;

  /** Whether the input was answered before this run; it need not be sent again. */
  isAnswered(key: string): boolean {
    return this.before.has(key) && this.recall(key);
  }

  /** Whether an input of ours may still come to be accepted. */
  isOpen(key: string): boolean {
    const answer = this.mine.get(key);
    return answer === 'unanswered' || answer === 'unmatched';
  }

  /** Counts an input of ours with the answer that it got before this run, if any; tells whether it got one. */
  recall(key: string): boolean {
    const answer = this.before.get(key) ?? 'unanswered';
    this.set(key, answer);
    return answer !== 'unanswered';
  }

  /** The input is sent now. */
  sent(key: string): void {
    this.set(key, 'unanswered');
  }

  /** An answer came. Answers to what others sent are of no concern, except those read before anything was sent. */
  answered(key: string, answer: Answer): void {
    if (this.mine.has(key)) this.set(key, answer);
    else if (!this.hasCaughtUp || this.before.has(key)) this.before.set(key, answer);
  }

  /** All answers that lay in the log when this run began have been read. */
  caughtUp(): void {
    this.hasCaughtUp = true;
  }

  /** Inputs of this plan so far, sent now or answered before, by their last answer. */
  get counts(): AnswerCounts {
    return this.tally;
  }

  /** Inputs of this plan so far, sent now or answered before. */
  get inputs(): number {
    return this.mine.size;
  }

  private set(key: string, answer: Answer | 'unanswered'): void {
    const known = this.mine.get(key);
    if (known !== undefined) this.tally[known] -= 1;
    this.tally[answer] += 1;
    this.mine.set(key, answer);
  }
}
