import type { Fault } from '../plan/fault.js';
import type { World } from '../world/world.js';
import type { Way } from './way.js';
import { endBackends, setCursorBack, setPositionsBack } from './data.js';
import { brokerAway, fillDisk, hurtWire, restartDatabase } from './servers.js';
import { freeze, kill, makeMistake } from './services.js';

/** Does it; resolves when it is over, with a word on what came of it if there is one. What comes after is recovery. */
export const inflict = async (fault: Fault, world: World, way: Way): Promise<string | null> => {
  switch (fault.kind) {
    case 'kill':
      return kill(fault, world, way);
    case 'freeze':
      return freeze(fault, world, way);
    case 'broker-away':
      return brokerAway(fault, world, way);
    case 'database-restart':
      return restartDatabase(world);
    case 'backends-ended':
      return endBackends(world);
    case 'positions-back':
      return setPositionsBack(fault, world, way);
    case 'cursor-back':
      return setCursorBack(fault, world);
    case 'sent-twice':
    case 'swapped':
      return makeMistake(fault, world);
    case 'disk-full':
      return fillDisk(fault, world, way);
    default:
      return hurtWire(fault, world);
  }
};
