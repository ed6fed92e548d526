import { Clock } from '#libs/kernel';
import { WritePath } from '#libs/messaging';
import { Database } from '#libs/persistence';
import type { Provider } from '@nestjs/common';
import { RegionTree } from './domain/regions/region-tree.js';
import { AreasController } from './inbound/http/areas.controller.js';
import { CampaignsController } from './inbound/http/campaigns.controller.js';
import { BenefitsController } from './inbound/http/benefits.controller.js';
import { DenominatorsController } from './inbound/http/denominators.controller.js';
import { ReferenceRegister } from './inbound/http/reference-register.js';
import { ReferencesImportController } from './inbound/http/references-import.controller.js';
import { RegionsController } from './inbound/http/regions.controller.js';
import { TargetsController } from './inbound/http/targets.controller.js';
import { ClaimsListener } from './inbound/kafka/claims.listener.js';
import { PostgresBenefits } from './outbound/persistence/benefits/postgres-benefits.js';
import { PostgresReferenceLedger } from './outbound/persistence/references/postgres-reference-ledger.js';
import { RememberedReferences } from './outbound/persistence/references/remembered-references.js';
import { AddUpBenefits } from './use-cases/add-up-benefits.js';
import { Benefits } from './use-cases/benefits.js';
import { CountBenefitsWhenClaimsMove } from './use-cases/count-benefits-when-claims-move.js';
import { LookUpReferences } from './use-cases/look-up-references.js';
import { LookUpRegions } from './use-cases/look-up-regions.js';
import { RecordReferenceWhenStated } from './use-cases/record-reference-when-stated.js';
import { RecordReferencesOfFile } from './use-cases/record-references-of-file.js';
import { ReferenceLedger } from './use-cases/reference-ledger.js';
import { References } from './use-cases/references.js';
import { ResolveAskedRegions } from './use-cases/resolve-asked-regions.js';

/** What can be asked about references, regions and benefits. */
export const referenceControllers = [
  DenominatorsController,
  TargetsController,
  AreasController,
  CampaignsController,
  ReferencesImportController,
  RegionsController,
  BenefitsController,
  ClaimsListener,
];

const stores: Provider[] = [
  {
    provide: RememberedReferences,
    inject: [Database],
    useFactory: (database: Database) => new RememberedReferences(database),
  },
  { provide: References, useExisting: RememberedReferences },
  {
    provide: ReferenceLedger,
    inject: [Database, WritePath, RememberedReferences],
    useFactory: (...given: ConstructorParameters<typeof PostgresReferenceLedger>) =>
      new PostgresReferenceLedger(...given),
  },
  {
    provide: Benefits,
    inject: [Database, WritePath],
    useFactory: (...given: ConstructorParameters<typeof PostgresBenefits>) => new PostgresBenefits(...given),
  },
];

const useCases: Provider[] = [
  ReferenceRegister,
  {
    provide: RecordReferenceWhenStated,
    inject: [ReferenceLedger, RegionTree],
    useFactory: (ledger: ReferenceLedger, regions: RegionTree) =>
      new RecordReferenceWhenStated(ledger, regions),
  },
  {
    provide: RecordReferencesOfFile,
    inject: [RecordReferenceWhenStated],
    useFactory: (record: RecordReferenceWhenStated) => new RecordReferencesOfFile(record),
  },
  {
    provide: LookUpReferences,
    inject: [ReferenceLedger],
    useFactory: (ledger: ReferenceLedger) => new LookUpReferences(ledger),
  },
  {
    provide: LookUpRegions,
    inject: [RegionTree],
    useFactory: (regions: RegionTree) => new LookUpRegions(regions),
  },
  {
    provide: CountBenefitsWhenClaimsMove,
    inject: [Benefits, RegionTree],
    useFactory: (benefits: Benefits, regions: RegionTree) =>
      new CountBenefitsWhenClaimsMove(benefits, regions),
  },
  {
    provide: AddUpBenefits,
    inject: [Benefits, ResolveAskedRegions, Clock],
    useFactory: (...given: ConstructorParameters<typeof AddUpBenefits>) => new AddUpBenefits(...given),
  },
];

/** On top of the database, the write path, the clock, the region tree and `ResolveAskedRegions`. */
export const referenceProviders: Provider[] = [...stores, ...useCases];
