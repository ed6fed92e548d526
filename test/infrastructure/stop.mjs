/** Ends what `start.mjs` has started; what was there before stays. */
export default async function stop() {
  await globalThis.cakupanTestInfrastructure?.stop();
}
