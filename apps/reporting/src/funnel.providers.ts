import { Clock } from '#libs/kernel';
import { Database } from '#libs/persistence';
import type { Provider } from '@nestjs/common';
import { RegionTree } from './domain/regions/region-tree.js';
import { FunnelController } from './inbound/http/funnel/funnel.controller.js';
import { PostgresFunnel } from './outbound/persistence/funnel/postgres-funnel.js';
import { Funnel } from './use-cases/funnel.js';
import { References } from './use-cases/references.js';
import { ResolveAskedRegions } from './use-cases/resolve-asked-regions.js';
import { ShowTheFunnel } from './use-cases/show-the-funnel.js';

/** What can be asked about the way from a campaign to cover that stays. */
export const funnelControllers = [FunnelController];

/** On top of the database, the clock, the region tree, references and `ResolveAskedRegions`. */
export const funnelProviders: Provider[] = [
  {
    provide: Funnel,
    inject: [Database, RegionTree],
    useFactory: (...given: ConstructorParameters<typeof PostgresFunnel>) => new PostgresFunnel(...given),
  },
  {
    provide: ShowTheFunnel,
    inject: [Funnel, References, ResolveAskedRegions, Clock],
    useFactory: (...given: ConstructorParameters<typeof ShowTheFunnel>) => new ShowTheFunnel(...given),
  },
];
