import type { Watcher } from '../supervise/kept-process.js';

/** Names in `stack.json`, where they differ from those in messages. */
const SHORT: Readonly<Record<string, string>> = {
  Kafka: 'kafka',
  PostgreSQL: 'postgres',
  'sample data': 'sample',
};

/** Knows the process id of everything that runs, through the life and death of each. */
export class Pids {
  private readonly known = new Map<string, number>();

  constructor(private readonly changed: () => void) {}

  all(): Record<string, number> {
    return Object.fromEntries(this.known);
  }

  /** A watcher that tells this register as well. */
  beside(watcher: Watcher): Watcher {
    return {
      ...watcher,
      started: (name, pid, stopSignal) => {
        this.known.set(SHORT[name] ?? name, pid);
        watcher.started(name, pid, stopSignal);
        this.changed();
      },
      ended: (name, pid) => {
        this.known.delete(SHORT[name] ?? name);
        watcher.ended(name, pid);
        this.changed();
      },
    };
  }
}
