import { ParkedMessages } from '#libs/kernel';
import { Database } from '#libs/persistence';
import { Logger, type Provider } from '@nestjs/common';
import { KafkaTransport } from '../consume/kafka-transport.js';
import { ParkedCipher, type ParkingSecrets } from '../consume/parked-cipher.js';
import { WritePath } from '../write-path.js';
import { ParkedKeeper } from './parked-keeper.js';
import { PostgresParkedMessages } from './postgres-parked-messages.js';
import { SettleParked, type SettleParkedTools } from './settle-parked.js';

/** The consumer whose messages they are, and the secrets under which inbound ones are kept. */
export interface ParkedOptions {
  readonly service: string;
  readonly parking?: ParkingSecrets;
}

const toolsOf =
  ({ service, parking }: ParkedOptions) =>
  (database: Database, writes: WritePath, listeners: KafkaTransport): SettleParkedTools => {
    const log = new Logger('Parked');
    return {
      consumer: service,
      database,
      writes,
      listeners,
      cipher: parking ? new ParkedCipher(parking) : null,
      bug: (error) => log.error(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    };
  };

const TOOLS = 'SettleParkedTools';

/** What looks after parked messages, in the process that has their listeners. */
export const parkedProviders = (options: ParkedOptions): Provider[] => [
  { provide: TOOLS, inject: [Database, WritePath, KafkaTransport], useFactory: toolsOf(options) },
  {
    provide: SettleParked,
    inject: [TOOLS],
    useFactory: (tools: SettleParkedTools) => new SettleParked(tools),
  },
  {
    provide: ParkedMessages,
    inject: [TOOLS, SettleParked],
    useFactory: (tools: SettleParkedTools, settle: SettleParked) => new PostgresParkedMessages(tools, settle),
  },
  {
    provide: ParkedKeeper,
    inject: [Database, SettleParked],
    useFactory: (database: Database, settle: SettleParked) =>
      new ParkedKeeper(database, options.service, settle),
  },
];
