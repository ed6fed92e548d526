/** What became of the messages of a consumer since the process began, by topic and verdict; only what was committed counts. */
export class Tally {
  private readonly counts = new Map<string, Map<string, number>>();

  add(topic: string, counts: ReadonlyMap<string, number>): void {
    const mine = this.counts.get(topic) ?? new Map<string, number>();
    for (const [what, count] of counts) mine.set(what, (mine.get(what) ?? 0) + count);
    this.counts.set(topic, mine);
  }

  /** `[topic, verdict, count]`, such as `['enrollment.members.v1', 'ignored:redelivery', 3]`. */
  entries(): [topic: string, verdict: string, count: number][] {
    return [...this.counts].flatMap(([topic, verdicts]) =>
      [...verdicts].map(([verdict, count]): [string, string, number] => [topic, verdict, count]),
    );
  }
}
