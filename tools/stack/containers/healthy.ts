/** The health check of a container: whether the service on the port that is named is ready. */
const ASKING_MS = 8_000;

const isReady = async (port: string): Promise<boolean> => {
  const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, {
    signal: AbortSignal.timeout(ASKING_MS),
  });
  return answer.ok;
};

process.exitCode = (await isReady(process.argv[2] ?? '').catch(() => false)) ? 0 : 1;
