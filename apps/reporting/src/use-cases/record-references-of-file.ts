import type { Batch } from '#libs/kernel';
import type { RecordReferenceWhenStated } from './record-reference-when-stated.js';
import type { ReferenceAnswer, ReferenceCommand } from './reference-ledger.js';

/** One transaction: short enough that nobody waits for it. */
const BATCH_MAX = 1_000;

/** A file has no position to keep. */
const batchOf = (items: readonly ReferenceCommand[]): Batch<ReferenceCommand> => ({
  items,
  open: async () => items,
  settle: async () => {},
});

/** Many references go on record in the order of a file, each by itself: one that is refused holds back no other. */
export class RecordReferencesOfFile {
  constructor(private readonly record: RecordReferenceWhenStated) {}

  /** One answer for each command, in order. */
  async handle(commands: readonly ReferenceCommand[]): Promise<readonly ReferenceAnswer[]> {
    const answers: ReferenceAnswer[] = [];
    for (let done = 0; done < commands.length; done += BATCH_MAX)
      answers.push(...(await this.record.handle(batchOf(commands.slice(done, done + BATCH_MAX)))));
    return answers;
  }
}
