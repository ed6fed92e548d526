/** Loaded before a service's own code: when the process that started it is gone, the service ends as if asked to. */
const LAST_RESORT_MS = 5_000;

process.once('disconnect', () => {
  process.kill(process.pid, 'SIGTERM');
  setTimeout(() => process.exit(1), LAST_RESORT_MS).unref();
});
// The channel alone is no reason to go on.
process.channel?.unref();
