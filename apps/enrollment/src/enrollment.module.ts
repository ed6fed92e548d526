import type { DynamicModule } from '@nestjs/common';
import { access } from '#libs/http';
import { messaging, parkingSecretsIn, watchMessaging } from '#libs/messaging';
import { Health, Metrics, observability } from '#libs/observability';
import type { Config } from './config.js';
import { SignUpBatchesRunner } from './inbound/files/sign-up-batches.runner.js';
import { EventsController } from './inbound/http/events.controller.js';
import { MemberContactsController } from './inbound/http/member-contacts.controller.js';
import { MembershipsController } from './inbound/http/memberships.controller.js';
import { ParkedController } from './inbound/http/parked.controller.js';
import { PersonsController } from './inbound/http/persons.controller.js';
import { RegistersController } from './inbound/http/registers.controller.js';
import { SponsorsController } from './inbound/http/sponsors.controller.js';
import { SignUpBatchesController } from './inbound/http/sign-up-batches.controller.js';
import { SignUpsController } from './inbound/http/sign-ups.controller.js';
import { ClaimsListener } from './inbound/kafka/claims.listener.js';
import { ContributionsListener } from './inbound/kafka/contributions.listener.js';
import { SignUpsListener } from './inbound/kafka/sign-ups.listener.js';
import { VaultKeysRunner } from './inbound/timer/vault-keys.runner.js';
import { DayTimer } from './inbound/timer/day.timer.js';
import { migrations } from './outbound/persistence/migrations/index.js';
import { IdentityReviewsController } from './inbound/http/identity-reviews.controller.js';
import { OccupationsController } from './inbound/http/occupations.controller.js';
import { PersonLookUpsController } from './inbound/http/person-look-ups.controller.js';
import { PersonMergesController } from './inbound/http/person-merges.controller.js';
import { RegionChangesController } from './inbound/http/region-changes.controller.js';
import { RegisterEntriesController } from './inbound/http/register-entries.controller.js';
import { stores } from './stores.providers.js';
import { useCases } from './use-cases.providers.js';

const surroundings = (config: Config) => [
  observability({ service: 'enrollment', level: config.logLevel }),
  access({ issuer: config.issuer, dataFolder: config.dataFolder }),
  messaging({
    service: 'enrollment',
    brokers: config.brokers,
    database: { url: config.databaseUrl, migrations },
    parking: parkingSecretsIn(config),
  }),
];

class EnrollmentModule {}

/** The enrollment service. */
export const enrollment = (config: Config): DynamicModule => ({
  module: EnrollmentModule,
  imports: surroundings(config),
  controllers: [
    SignUpsListener,
    ContributionsListener,
    ClaimsListener,
    SignUpsController,
    SignUpBatchesController,
    MembershipsController,
    MemberContactsController,
    RegistersController,
    EventsController,
    SponsorsController,
    PersonsController,
    PersonLookUpsController,
    PersonMergesController,
    IdentityReviewsController,
    RegisterEntriesController,
    OccupationsController,
    RegionChangesController,
    ParkedController,
  ],
  providers: [
    ...stores(config),
    ...useCases,
    watchMessaging(Health, Metrics),
    DayTimer,
    SignUpBatchesRunner,
    VaultKeysRunner,
  ],
});
