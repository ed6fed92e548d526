import { contributionsTopic, membersTopic } from '#libs/contracts';
import { KAFKA, KafkaTransport, partitionOf, Replay, WritePath, type KafkaClient } from '#libs/messaging';
import { Database } from '#libs/persistence';
import type { Provider } from '@nestjs/common';
import { RegionTree } from './domain/regions/region-tree.js';
import { FirstWhoAsks } from './inbound/http/rebuilds/first-who-asks.js';
import { RebuildsController } from './inbound/http/rebuilds/rebuilds.controller.js';
import { RebuildRounds } from './inbound/timer/rebuild-rounds.js';
import { ReplayedPersonLog } from './outbound/log/replayed-person-log.js';
import { PostgresFiguresBeside } from './outbound/persistence/rebuild/postgres-figures-beside.js';
import { PostgresRebuildRuns } from './outbound/persistence/rebuild/postgres-rebuild-runs.js';
import { PostgresRebuilds } from './outbound/persistence/rebuild/postgres-rebuilds.js';
import { RollUp } from './outbound/persistence/roll-up.js';
import { Courtesy } from './use-cases/rebuild/courtesy.js';
import { RebuildFiguresBesideTheLiveOnes } from './use-cases/rebuild/rebuild-figures-beside-the-live-ones.js';
import { Rebuilds } from './use-cases/rebuild/rebuilds.js';

/** What can be asked of rebuilds. */
export const rebuildControllers = [RebuildsController];

/** On top of the database and the write path. */
export const rebuildProviders: Provider[] = [
  {
    provide: Rebuilds,
    inject: [Database, WritePath],
    useFactory: (database: Database, writes: WritePath) => new PostgresRebuilds(database, writes),
  },
];

const TOPICS = [membersTopic, contributionsTopic];

/** What goes on by itself. `consumer` is the one whose reading is done again. */
export const rebuildSchedule = (consumer: string): Provider[] => [
  Courtesy,
  FirstWhoAsks,
  {
    provide: RebuildFiguresBesideTheLiveOnes,
    inject: [Database, KAFKA, KafkaTransport, RegionTree, Courtesy],
    useFactory: (
      database: Database,
      kafka: KafkaClient,
      listeners: KafkaTransport,
      tree: RegionTree,
      courtesy: Courtesy,
    ) => {
      const turn = courtesy.afterYou;
      const replay = new Replay({ consumer, topics: TOPICS, kafka, database, listeners, turn });
      return new RebuildFiguresBesideTheLiveOnes(
        new PostgresRebuildRuns(database),
        new ReplayedPersonLog(replay),
        new PostgresFiguresBeside(database, new RollUp(database), turn),
        { tree, partitionOf, courtesy },
      );
    },
  },
  RebuildRounds,
];
