import { KafkaBatch, type Share } from './kafka-batch.js';
import type { TopicReader } from './positions.js';
import { hand, type SettleTools } from './settle.js';

type Tools = Pick<SettleTools, 'writes' | 'handle' | 'cipher' | 'accounts' | 'tally' | 'away'>;

/**
 * What several partitions of a topic have waiting, in one transaction, since that costs as much for one message as for a
 * hundred.
 * @returns whether it went through; if anything was in the way of it, nothing was written
 */
export const takeTogether = async (
  reader: TopicReader,
  shares: readonly Share[],
  tools: Tools,
): Promise<boolean> => {
  const batch = new KafkaBatch(reader, shares, tools.cipher, tools.accounts);
  try {
    await hand(batch, tools);
  } catch {
    return false;
  }
  tools.away.isBack();
  tools.tally.add(reader.topic, batch.counts);
  return true;
};
