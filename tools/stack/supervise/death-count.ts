const WINDOW_MS = 60_000;
const DEATHS_MAX = 5;

/** What one more death means: after which wait to start again, or that it has been enough. */
export type Verdict = { readonly kind: 'again'; readonly deathsInARow: number } | { readonly kind: 'enough' };

/** Counts the deaths of one process: five within a minute are enough, and a life of a minute begins anew. */
export class DeathCount {
  private recentMs: number[] = [];
  private inARow = 0;

  /** A death at `nowMs`, after a life of `livedMs`. */
  note(nowMs: number, livedMs: number): Verdict {
    this.recentMs = [...this.recentMs.filter((at) => nowMs - at < WINDOW_MS), nowMs];
    this.inARow = livedMs >= WINDOW_MS ? 1 : this.inARow + 1;
    return this.recentMs.length >= DEATHS_MAX
      ? { kind: 'enough' }
      : { kind: 'again', deathsInARow: this.inARow };
  }
}
