import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { nextMessage } from '../rig/forked.js';
import type { Rig } from '../rig/rig.js';
import type { Read } from './reading.js';
import type { Telling } from './telling.js';

const LOOK_MS = 50;
/** What comes too often comes soon after. */
const LATE_MS = 500;

/** The reader outside, seen from the bench. */
export class ReaderProcess {
  private constructor(
    private readonly child: ChildProcess,
    private readonly end: () => Promise<void>,
  ) {}

  /** Starts a reader that begins at the present ends of the topics, or at their beginnings. */
  static async start(
    rig: Rig,
    telling: Omit<Telling, 'brokers' | 'from'>,
    begin: 'ends' | 'beginnings' = 'ends',
  ): Promise<ReaderProcess> {
    const ends = await rig.client.ends(telling.topics);
    const from = Object.fromEntries(
      ends.map(({ topic, partition, low, high }) => [
        `${topic}/${partition}`,
        String(begin === 'ends' ? high : low),
      ]),
    );
    const { child, stop } = rig.fork('reader', 'tools/bench/outside/reader', [
      JSON.stringify({ ...telling, brokers: rig.kafka, from }),
    ]);
    await nextMessage(child);
    return new ReaderProcess(child, stop);
  }

  /** How far it is now. */
  async read(): Promise<Read> {
    const answer = nextMessage<Read>(this.child);
    this.child.send('read');
    return answer;
  }

  /** Waits until all that was awaited has been read, and a little longer for what should not come. */
  async reached(withinMs: number): Promise<Read & { readonly reachedAtMs: number }> {
    for (const until = performance.now() + withinMs; ;) {
      const { reachedAtMs, count } = await this.read();
      if (reachedAtMs !== null) break;
      if (performance.now() > until) throw new Error(`the reader outside has read ${count} events only`);
      await sleep(LOOK_MS);
    }
    await sleep(LATE_MS);
    const read = await this.read();
    return { ...read, reachedAtMs: read.reachedAtMs! };
  }

  stop(): Promise<void> {
    return this.end();
  }
}
