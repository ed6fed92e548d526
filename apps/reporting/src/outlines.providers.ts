import { WritePath } from '#libs/messaging';
import { Database } from '#libs/persistence';
import type { Provider } from '@nestjs/common';
import { RegionTree } from './domain/regions/region-tree.js';
import { RegionOutlinesController } from './inbound/http/outlines/region-outlines.controller.js';
import { PostgresOutlines } from './outbound/persistence/outlines/postgres-outlines.js';
import { DrawnTopologies } from './outbound/topologies/drawn-topologies.js';
import { DrawTheChildrenOfARegion } from './use-cases/draw-the-children-of-a-region.js';
import { KeepOutlinesOfFile } from './use-cases/keep-outlines-of-file.js';
import { Outlines } from './use-cases/outlines.js';
import { Topologies } from './use-cases/topologies.js';

/** What maps are drawn from. */
export const outlineControllers = [RegionOutlinesController];

/** On top of the database, the write path and the region tree. */
export const outlineProviders: Provider[] = [
  { provide: Topologies, useClass: DrawnTopologies },
  {
    provide: Outlines,
    inject: [Database, WritePath],
    useFactory: (...given: ConstructorParameters<typeof PostgresOutlines>) => new PostgresOutlines(...given),
  },
  {
    provide: KeepOutlinesOfFile,
    inject: [Outlines, RegionTree],
    useFactory: (...given: ConstructorParameters<typeof KeepOutlinesOfFile>) =>
      new KeepOutlinesOfFile(...given),
  },
  {
    provide: DrawTheChildrenOfARegion,
    inject: [Outlines, Topologies, RegionTree],
    useFactory: (...given: ConstructorParameters<typeof DrawTheChildrenOfARegion>) =>
      new DrawTheChildrenOfARegion(...given),
  },
];
