import { readFileSync } from 'node:fs';

const KIB = 1_024;
const SAMPLE_MS = 250;

/** Resident memory of a process in MiB; `null` when there is none. */
const residentMib = (pid: number): number | null => {
  try {
    const [, kib] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kib === undefined ? null : Math.round(Number(kib) / KIB);
  } catch {
    return null;
  }
};

/** Looks at the memory of a process, whichever it is just now, several times a second. */
export class MemoryWatch {
  /** The most that was seen, in MiB, since the last `mark`. */
  private most = 0;
  private readonly timer: NodeJS.Timeout;

  constructor(pid: () => number) {
    this.timer = setInterval(() => (this.most = Math.max(this.most, residentMib(pid()) ?? 0)), SAMPLE_MS);
  }

  /** The most since the last time that this was asked. */
  mark(): number {
    const { most } = this;
    this.most = 0;
    return most;
  }

  stop(): void {
    clearInterval(this.timer);
  }
}
