import { KafkaBatch, type Share } from './kafka-batch.js';
import type { TopicReader } from './positions.js';
import { hand, type Settle, type SettleTools } from './settle.js';

/** What one partition gives to a batch, and who settles it when it stands alone. */
export interface Given {
  readonly share: Share;
  readonly settle: Settle;
}

type Tools = Pick<SettleTools, 'writes' | 'handle' | 'cipher' | 'tally' | 'away'>;

/**
 * What several partitions of a topic have waiting, in one transaction, since that costs as much for one message as for a
 * hundred. If anything is in the way of it, each partition is settled by itself, which finds out what it was.
 * @returns for each, whether its position is behind its share now
 */
export const settleTogether = async (
  reader: TopicReader,
  given: readonly Given[],
  tools: Tools,
): Promise<readonly boolean[]> => {
  if (given.length > 1 && (await inOne(reader, given, tools))) return given.map(() => true);
  const settled: boolean[] = [];
  for (const { share, settle } of given) settled.push(await settle.take(share));
  return settled;
};

const inOne = async (reader: TopicReader, given: readonly Given[], tools: Tools): Promise<boolean> => {
  const batch = new KafkaBatch(
    reader,
    given.map(({ share }) => share),
    tools.cipher,
  );
  try {
    await hand(batch, tools);
  } catch {
    return false;
  }
  tools.away.isBack();
  tools.tally.add(reader.topic, batch.counts);
  return true;
};
