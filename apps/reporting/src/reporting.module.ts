import { access, ParkedController } from '#libs/http';
import { Clock, Ids, UuidV7Ids, type ServiceSettings } from '#libs/kernel';
import { messaging, messagingMigrations, watchMessaging } from '#libs/messaging';
import { Health, Metrics, observability } from '#libs/observability';
import type { DynamicModule, Provider } from '@nestjs/common';
import { comparisonControllers, comparisonProviders } from './comparisons.providers.js';
import { CONSUMER, coverageControllers, coverageProviders, coverageSchedule } from './coverage.providers.js';
import { funnelControllers, funnelProviders } from './funnel.providers.js';
import { reportingMigrations } from './outbound/persistence/migrations/index.js';
import { outlineControllers, outlineProviders } from './outlines.providers.js';
import { proofControllers, proofProviders, proofSchedule } from './proof.providers.js';
import { rebuildControllers, rebuildProviders, rebuildSchedule } from './rebuild.providers.js';
import { referenceControllers, referenceProviders } from './references.providers.js';

/** What the service can be asked, over HTTP and by topics. */
export const controllers = [
  ...coverageControllers,
  ...referenceControllers,
  ...outlineControllers,
  ...comparisonControllers,
  ...funnelControllers,
  ...proofControllers,
  ...rebuildControllers,
];

/** Everything behind the controllers, on top of the database, the write path, the event log and Kafka. */
export const providersWith = (clock: Clock): Provider[] => [
  { provide: Clock, useValue: clock },
  { provide: Ids, useClass: UuidV7Ids },
  ...coverageProviders,
  ...referenceProviders,
  ...outlineProviders,
  ...comparisonProviders,
  ...funnelProviders,
  ...proofProviders(CONSUMER),
  ...rebuildProviders,
];

class ReportingModule {}

/** The reporting service. */
export const reportingModule = (settings: ServiceSettings): DynamicModule => {
  const { brokers, databaseUrl, clock, issuer, dataFolder, logLevel } = settings;
  return {
    module: ReportingModule,
    imports: [
      observability({ service: CONSUMER, level: logLevel }),
      access({ issuer, dataFolder }),
      messaging({
        service: CONSUMER,
        brokers,
        accounts: true,
        database: { url: databaseUrl, migrations: [...messagingMigrations, ...reportingMigrations] },
      }),
    ],
    controllers: [...controllers, ParkedController],
    providers: [
      ...providersWith(clock),
      ...coverageSchedule,
      ...proofSchedule,
      ...rebuildSchedule(CONSUMER),
      watchMessaging(Health, Metrics),
    ],
  };
};
