/** Something that a consumer needs is away. */
export interface Outage {
  /** ms of the monotonic clock. */
  readonly since: number;
  readonly detail: string;
}

/** Whether something is away, and since when; whoever finds out tells. */
export class Away {
  outage: Outage | null = null;

  isAway(detail: string): void {
    this.outage = { since: this.outage?.since ?? performance.now(), detail };
  }

  isBack(): void {
    this.outage = null;
  }
}
