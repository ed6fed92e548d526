import { setTimeout as sleep } from 'node:timers/promises';
import { isOutage } from './outage.js';

const AGAIN_AFTER_MS = 1_000;

/**
 * What `open` answers, as soon as the database is there: one that is away, starting up or full when a service starts is
 * waited for, as it is later on.
 * @param waiting told why, before each further try
 * @throws whatever is no outage, such as a wrong password
 */
export const onceThere = async <Opened>(
  open: () => Promise<Opened>,
  waiting: (error: Error) => void,
): Promise<Opened> => {
  for (;;) {
    try {
      return await open();
    } catch (error) {
      if (!isOutage(error)) throw error;
      waiting(error as Error);
      await sleep(AGAIN_AFTER_MS);
    }
  }
};
