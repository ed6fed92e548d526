import { freePorts } from '../processes/free-ports.js';
import { step } from '../progress.js';
import type { Site } from '../site.js';
import { databasesAt, type Infrastructure } from './infrastructure.js';
import { kafkaOn, kafkaPrograms } from './kafka.js';
import type { BrokerPlace } from './kafka-settings.js';
import { postgresOn } from './postgres.js';

/** Starts PostgreSQL and Kafka as processes of this machine, with their data in the folder. */
export const fromThisMachine = async (
  site: Site,
  broker: Pick<BrokerPlace, 'sessionMs'> = {},
): Promise<Infrastructure> => {
  const programs = await kafkaPrograms(site.say, site.env);
  const [postgresPort = 0, kafkaPort = 0, controllerPort = 0] = await freePorts(3);
  return step(site.say, 'Starting PostgreSQL 18 and Kafka 4.1.0', async () => {
    const [postgres, kafka] = await Promise.all([
      postgresOn(site, postgresPort),
      kafkaOn(site, { ...broker, port: kafkaPort, controllerPort }, programs),
    ]);
    site.ending.defer(() => postgres.process.stop());
    site.ending.defer(() => kafka.process.stop());
    await Promise.all([postgres.process.start(), kafka.process.start()]);
    return {
      source: 'this machine',
      kafka: [kafka.address],
      server: postgres.url,
      databases: databasesAt(postgres.url),
    };
  });
};
