import { Logger } from '@nestjs/common';

/** Since when nothing could be published (as `performance.now()` counts), and why. */
export interface RelayTrouble {
  readonly since: number;
  readonly detail: string;
}

/** An outage may last for hours, and each try fails: so often, at most, does the log say so. */
const TOLD_EVERY_MS = 30_000;

const instantOf = (at: number): string => new Date(performance.timeOrigin + at).toISOString();

/** What keeps parts of the relay from publishing, and the lines in the log that tell of it. */
export class RelayTroubles {
  private readonly log = new Logger('Relay');
  private readonly current = new Map<string, RelayTrouble>();
  private readonly toldAt = new Map<string, number>();
  private readonly told = new Set<string>();

  constructor(private readonly source: string) {}

  /** Of several the oldest: a part that cannot publish is not made up for by the others. */
  get oldest(): RelayTrouble | null {
    return [...this.current.values()].reduce<RelayTrouble | null>(
      (oldest, one) => (oldest === null || one.since < oldest.since ? one : oldest),
      null,
    );
  }

  /** A part cannot publish; while it already could not, it is so since then. */
  note(part: string, detail: string, since = performance.now()): void {
    const trouble = { since: this.current.get(part)?.since ?? since, detail };
    this.current.set(part, trouble);
    const now = performance.now();
    if (now - (this.toldAt.get(part) ?? -Infinity) < TOLD_EVERY_MS) return;
    this.toldAt.set(part, now);
    this.told.add(part);
    const { source } = this;
    this.log.warn({
      msg: 'events cannot be published',
      source,
      part,
      since: instantOf(trouble.since),
      cause: detail,
    });
  }

  /** A part publishes, or has nothing to publish. */
  end(part: string): void {
    const trouble = this.current.get(part);
    if (trouble === undefined) return;
    this.current.delete(part);
    if (!this.told.delete(part)) return;
    const lastedMs = Math.round(performance.now() - trouble.since);
    this.log.log({ msg: 'events are published again', source: this.source, part, lastedMs });
  }
}
