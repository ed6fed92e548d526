import type { ServiceName } from '#libs/contracts';
import { storedPositions, storedProgress, type KafkaClient, type StoredProgress } from '#libs/messaging';
import type { Stack } from '../../stack/start/stack-file.js';
import { asking } from './database.js';
import { look, type Looked } from './looked.js';

/** What is asked of a database, and of the broker. */
export const DATABASE_MS = 3_500;
export const BROKER_MS = 4_000;

/** How far each service is behind in each partition; or why that cannot be known. */
export const lookAtLag = async (
  { postgres }: Pick<Stack, 'postgres'>,
  kafka: Pick<KafkaClient, 'ends' | 'placesAt'>,
): Promise<ReadonlyMap<ServiceName, Looked<readonly StoredProgress[]>>> => {
  const lagOf = async (name: ServiceName, url: string): Promise<Looked<readonly StoredProgress[]>> => {
    const positions = await look(DATABASE_MS, () =>
      asking(url, (database) => storedPositions(database, name)),
    );
    if (positions.found === null) return { found: null, why: `its database: ${positions.why}` };
    const progress = await look(BROKER_MS, () => storedProgress(kafka, positions.found));
    return progress.found === null ? { found: null, why: `the broker: ${progress.why}` } : progress;
  };
  const all = Object.entries(postgres) as [ServiceName, string][];
  return new Map(await Promise.all(all.map(async ([name, url]) => [name, await lagOf(name, url)] as const)));
};

/** Lag of a service in one figure, and its worst partition: the one that has stood still longest, else the longest. */
export const summaryOf = (progress: readonly StoredProgress[]) => ({
  lag: progress.reduce((sum, { lag }) => sum + lag, 0n),
  worst: progress
    .filter(({ lag, isOutOfRange }) => lag > 0n || isOutOfRange)
    .reduce<StoredProgress | null>(
      (worst, one) => (worst === null || isWorse(one, worst) ? one : worst),
      null,
    ),
});

const isWorse = (a: StoredProgress, b: StoredProgress): boolean => {
  if (a.isOutOfRange !== b.isOutOfRange) return a.isOutOfRange;
  return a.stillMs === b.stillMs ? a.lag > b.lag : a.stillMs > b.stillMs;
};
