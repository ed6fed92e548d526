import { existsSync } from 'node:fs';

const compiled = new URL('../../dist/tools/stack/infrastructure/for-tests.js', import.meta.url);

/**
 * Kafka and PostgreSQL for the integration tests of a run, one pair for each worker, so that the files that run side by
 * side share no topic and no group. They are told by CAKUPAN_TEST_KAFKA and CAKUPAN_TEST_DATABASE, from which
 * `choose.mjs` takes a worker's own. Where both are set already, what they name is used (`npm run infrastructure`).
 */
export default async function start({ maxWorkers }) {
  if (process.env.CAKUPAN_TEST_KAFKA && process.env.CAKUPAN_TEST_DATABASE) return;
  if (!existsSync(compiled)) throw new Error('Nothing is built yet: npm run build');
  const { startForTests } = await import(compiled.href);
  const started = [];
  globalThis.cakupanTestInfrastructure = started;
  for (let worker = 1; worker <= maxWorkers; worker += 1)
    started.push(await startForTests((line) => process.stderr.write(`${line}\n`)));
  process.env.CAKUPAN_TEST_KAFKA = started.map(({ kafka }) => kafka).join(';');
  process.env.CAKUPAN_TEST_DATABASE = started.map(({ database }) => database).join(';');
}
