import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSite } from '../open-site.js';
import type { Say } from '../progress.js';
import { startInfrastructure } from './start-infrastructure.js';

/** What a test run needs to know, and how to end it. */
export interface TestInfrastructure {
  /** Brokers, separated by commas. */
  readonly kafka: string;
  /** URL of the server's database `postgres`, with the right to make others. */
  readonly database: string;
  readonly stop: () => Promise<void>;
}

/** Starts Kafka and PostgreSQL as `npm start` does, on a folder that is thrown away at the end. */
export const startForTests = async (say: Say): Promise<TestInfrastructure> => {
  const path = await mkdtemp(join(tmpdir(), 'cakupan-test-'));
  // PostgreSQL may run under another account; what is secret inside stays closed.
  await chmod(path, 0o755);
  const site = await openSite(path, { fleeting: true }, say);
  try {
    const { kafka, server } = await startInfrastructure(site);
    return { kafka: kafka.join(','), database: server ?? '', stop: () => site.ending.disposeAsync() };
  } catch (error) {
    await site.ending.disposeAsync();
    throw error;
  }
};
