/** Ends what `start.mjs` has started; what was there before stays. */
export default async function stop() {
  for (const started of globalThis.cakupanTestInfrastructure ?? []) await started.stop();
}
