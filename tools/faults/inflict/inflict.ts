import type { Chance } from '../../sample/chance/chance.js';
import type { Fault } from '../plan/fault.js';
import type { World } from '../world/world.js';
import { endBackends, setCursorBack, setPositionsBack } from './data.js';
import { brokerAway, fillDisk, hurtWire, restartDatabase } from './servers.js';
import { freeze, kill, makeMistake } from './services.js';

/** Does it; resolves when it is over, with a word on what came of it if there is one. What comes after is recovery. */
export const inflict = async (fault: Fault, world: World, chance: Chance): Promise<string | null> => {
  switch (fault.kind) {
    case 'kill':
      return kill(fault, world, chance);
    case 'freeze':
      return freeze(fault, world, chance);
    case 'broker-away':
      return brokerAway(fault, world);
    case 'database-restart':
      return restartDatabase(world);
    case 'backends-ended':
      return endBackends(world);
    case 'positions-back':
      return setPositionsBack(fault, world, chance);
    case 'cursor-back':
      return setCursorBack(fault, world);
    case 'sent-twice':
    case 'swapped':
      return makeMistake(fault, world);
    case 'disk-full':
      return fillDisk(fault, world);
    default:
      return hurtWire(fault, world);
  }
};
