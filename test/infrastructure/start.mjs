import { existsSync } from 'node:fs';

const compiled = new URL('../../dist/tools/stack/infrastructure/for-tests.js', import.meta.url);

/**
 * Kafka and PostgreSQL for all integration tests of a run, told to them by CAKUPAN_TEST_KAFKA and
 * CAKUPAN_TEST_DATABASE. Where both are set already, what they name is used (`npm run infrastructure`).
 */
export default async function start() {
  if (process.env.CAKUPAN_TEST_KAFKA && process.env.CAKUPAN_TEST_DATABASE) return;
  if (!existsSync(compiled)) throw new Error('Nothing is built yet: npm run build');
  const { startForTests } = await import(compiled.href);
  const started = await startForTests((line) => process.stderr.write(`${line}\n`));
  process.env.CAKUPAN_TEST_KAFKA = started.kafka;
  process.env.CAKUPAN_TEST_DATABASE = started.database;
  globalThis.cakupanTestInfrastructure = started;
}
