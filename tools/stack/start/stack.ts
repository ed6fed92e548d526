import { allTopics, type ServiceName } from '#libs/contracts';
import { ensureTopics } from '#libs/messaging';
import { secretsIn } from '../folder/secrets.js';
import type { Infrastructure } from '../infrastructure/infrastructure.js';
import { localIssuer, LOCAL_ISSUER } from '../local-issuer.js';
import { step } from '../progress.js';
import type { Site } from '../site.js';
import { limitLogs } from '../supervise/limit-logs.js';
import { serviceProcess } from '../supervise/service.js';
import { SAMPLE_DAY, SAMPLE_OF, type Contents } from './contents.js';
import type { Options } from './options.js';
import { portOf, urlOf } from './ports.js';
import { serviceEnv, type Surroundings } from './service-env.js';
import type { Stack } from './stack-file.js';

const byService = <T>(services: readonly ServiceName[], of: (name: ServiceName) => T) =>
  Object.fromEntries(services.map((name) => [name, of(name)])) as Partial<Record<ServiceName, T>>;

/** Starts the services and resolves when all are ready. */
const startServices = async (
  site: Site,
  { only, port }: Options,
  { databases }: Infrastructure,
  surroundings: Surroundings,
): Promise<void> => {
  const services = only.map((name) => {
    const own = { port: portOf(name, port), database: databases[name] ?? '' };
    const env = serviceEnv(name, own, surroundings, site.env);
    return serviceProcess(site, { name, port: own.port, env });
  });
  site.ending.defer(async () => {
    await Promise.all(services.map((service) => service.stop()));
  });
  await step(site.say, `Starting ${only.join(', ')}`, async () => {
    await Promise.all(services.map((service) => service.start()));
  });
};

/** Starts all that stands on Kafka and PostgreSQL: keys, topics, services. Resolves when it is ready, to its description. */
export const startStack = async (
  site: Site,
  options: Options,
  infrastructure: Infrastructure,
  contents: Contents,
): Promise<Omit<Stack, 'pids'>> => {
  const { folder, env } = site;
  const { kafka } = infrastructure;
  const secrets = await secretsIn(folder.file('secrets.json'));
  await localIssuer(folder.path);
  await step(site.say, 'Creating the topics', () => ensureTopics(kafka, allTopics));
  site.ending.use(limitLogs(folder.file('logs')));
  const story = contents !== 'real';
  await startServices(site, options, infrastructure, { kafka, secrets, story, dataFolder: folder.path });
  return {
    ready: true,
    kafka,
    postgres: byService(options.only, (name) => infrastructure.databases[name] ?? ''),
    services: byService(options.only, (name) => urlOf(portOf(name, options.port))),
    sample: SAMPLE_OF[contents],
    ...(story ? { sampleDay: SAMPLE_DAY } : {}),
    issuer: env['OIDC_ISSUER'] || LOCAL_ISSUER,
  };
};
