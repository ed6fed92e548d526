import { CannotStart } from '../cannot-start.js';
import type { Site } from '../site.js';
import { engineAnswers, fromContainers } from './from-containers.js';
import { fromThisMachine } from './from-this-machine.js';
import type { Infrastructure } from './infrastructure.js';

/**
 * Starts Kafka and PostgreSQL for one data folder: in containers where an engine answers, otherwise as processes of
 * this machine. Fails with one sentence when neither can be done.
 */
export const startInfrastructure = async (site: Site): Promise<Infrastructure> => {
  if (await engineAnswers(site.env)) {
    try {
      return await fromContainers(site);
    } catch (error) {
      if (!(error instanceof CannotStart)) throw error;
      site.say(`${error.message} Going on without containers.`);
    }
  }
  return fromThisMachine(site);
};
