import { plainBatch, Slots, type Batch } from '#libs/kernel';
import { Problem } from './problems/problem.js';
import { isOutage } from './problems/problem-of.js';

/** A caller waits at most this long for company; a commit takes about as long, so waiting less saves nothing. */
const WAIT_MS = 5;
/** A batch is one transaction: more in it gains little, and makes the first wait for the last. */
const BATCH_MAX = 500;
/**
 * So many transactions at once keep a database busy. More only wait for the same locks, and each with a connection: where
 * every kind of request has its own few, they take them all, and those who hold the locks find none to go on with.
 */
const CONCURRENT_MAX = 4;
const OF_THE_PROCESS = new Slots(CONCURRENT_MAX);
/**
 * Beside another batch one begins for so many at least. Most of what a transaction costs it costs for one command as for fifty,
 * and it takes its time from the one that runs.
 */
const BESIDE_ANOTHER_LEAST = 50;
/** Beside one that has taken so long it begins for anybody: that one may wait for a lock, and nobody need wait with it. */
const BESIDE_A_SLOW_ONE_MS = 50;
/** Some seconds of work at full speed. Who would wait longer is better told to come back. */
const QUEUE_MAX = 10_000;
/** When a full queue has been worked off. */
const BUSY_RETRY_AFTER_SECONDS = 2;

interface Waiting<Command, Answer> {
  readonly command: Command;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Puts commands that come at the same time into one transaction and gives each caller its own answer.
 * One bad command does not fail its neighbours: a batch that breaks is tried again, each command alone.
 */
export class Batcher<Command, Answer> {
  private readonly queue: Waiting<Command, Answer>[] = [];
  private readonly running = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | null = null;
  private again: NodeJS.Timeout | null = null;
  private begunAt = -Infinity;
  private isDue = false;
  private isDraining = false;

  /** @param slots for transactions, all batchers of a process together */
  constructor(
    private readonly handle: (batch: Batch<Command>) => Promise<readonly Answer[]>,
    private readonly slots = OF_THE_PROCESS,
  ) {}

  /** The command's own answer. Rejects with 503 when too many wait or the service is stopping, with an outage as itself. */
  submit(command: Command): Promise<Answer> {
    if (this.isDraining || this.queue.length >= QUEUE_MAX) {
      return Promise.reject(Problem.unavailable(BUSY_RETRY_AFTER_SECONDS, 'too-busy'));
    }
    return new Promise((resolve, reject) => {
      this.queue.push({ command, resolve, reject });
      this.timer ??= setTimeout(() => this.fallDue(), WAIT_MS);
      this.start();
    });
  }

  /** Takes no more commands; resolves when all that were taken are answered. */
  async drain(): Promise<void> {
    this.isDraining = true;
    this.fallDue();
    while (this.running.size > 0) await Promise.race(this.running);
  }

  private fallDue(): void {
    this.isDue = true;
    this.start();
  }

  /** Starts as many batches as are due or full, and as may run beside each other; the rest start as those end. */
  private start(): void {
    while (this.mayStart()) {
      this.begunAt = performance.now();
      const run: Promise<void> = this.slots
        .with(() => this.answerNext())
        .finally(() => {
          this.running.delete(run);
          this.start();
        });
      this.running.add(run);
    }
    if (this.queue.length > 0) return this.lookAgain();
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.isDue = false;
  }

  private lookAgain(): void {
    if (!this.isDue) return;
    this.again ??= setTimeout(() => {
      this.again = null;
      this.start();
    }, BESIDE_A_SLOW_ONE_MS);
  }

  private mayStart(): boolean {
    const isSlow = performance.now() - this.begunAt >= BESIDE_A_SLOW_ONE_MS;
    const least = this.running.size === 0 || isSlow ? 1 : BESIDE_ANOTHER_LEAST;
    const isReady = this.queue.length >= BATCH_MAX || (this.isDue && this.queue.length >= least);
    return isReady && this.running.size < CONCURRENT_MAX;
  }

  /** Whoever came while this waited for its slot comes along, and leaves nobody for the next. */
  private async answerNext(): Promise<void> {
    const batch = this.queue.splice(0, BATCH_MAX);
    if (batch.length > 0) await this.answer(batch);
  }

  private async answer(batch: readonly Waiting<Command, Answer>[]): Promise<void> {
    try {
      const answers = await this.answersTo(batch);
      batch.forEach(({ resolve }, index) => resolve(answers[index]!));
    } catch (error) {
      if (isOutage(error) || batch.length === 1) batch.forEach(({ reject }) => reject(error));
      else await this.answerEach(batch);
    }
  }

  /** One after the other; an outage is for all who are left, since waiting for it once is enough. */
  private async answerEach(batch: readonly Waiting<Command, Answer>[]): Promise<void> {
    let outage: unknown = null;
    for (const waiting of batch) {
      if (outage) waiting.reject(outage);
      else
        await this.answersTo([waiting]).then(
          ([answer]) => waiting.resolve(answer!),
          (error: unknown) => {
            if (isOutage(error)) outage = error;
            waiting.reject(error);
          },
        );
    }
  }

  private async answersTo(batch: readonly Waiting<Command, Answer>[]): Promise<readonly Answer[]> {
    const answers = await this.handle(plainBatch(batch.map(({ command }) => command)));
    if (answers.length === batch.length) return answers;
    throw new Error(`${batch.length} commands got ${answers.length} answers`);
  }
}
