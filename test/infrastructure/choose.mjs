/** Leaves a worker of Jest the Kafka and the PostgreSQL that are its own, of those that `start.mjs` has started. */
for (const name of ['CAKUPAN_TEST_KAFKA', 'CAKUPAN_TEST_DATABASE']) {
  const all = process.env[name].split(';');
  process.env[name] = all[(Number(process.env.JEST_WORKER_ID) - 1) % all.length];
}
