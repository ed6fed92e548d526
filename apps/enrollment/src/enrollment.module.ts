import type { Abstract, DynamicModule, InjectionToken, Provider, Type } from '@nestjs/common';
import { access } from '#libs/http';
import { Clock, Ids, UuidV7Ids } from '#libs/kernel';
import { EventLog, messaging, ParkedCipher, watchMessaging, WritePath } from '#libs/messaging';
import { Health, Metrics, observability } from '#libs/observability';
import { Database } from '#libs/persistence';
import type { Config } from './config.js';
import { MembershipsController } from './inbound/http/memberships.controller.js';
import { ParkedController } from './inbound/http/parked.controller.js';
import { RegistersController } from './inbound/http/registers.controller.js';
import { SignUpsController } from './inbound/http/sign-ups.controller.js';
import { SignUpsListener } from './inbound/kafka/sign-ups.listener.js';
import { EventCoverTimer } from './inbound/timer/event-cover.timer.js';
import { migrations } from './outbound/persistence/migrations/index.js';
import { ParkedSignUps } from './outbound/persistence/parked-sign-ups.js';
import { PostgresMemberships } from './outbound/persistence/postgres-memberships.js';
import { PostgresRegisters } from './outbound/persistence/postgres-registers.js';
import { PostgresSignUps } from './outbound/persistence/postgres-sign-ups.js';
import { PublishedRegions } from './outbound/regions/published-regions.js';
import { Pseudonyms } from './outbound/vault/pseudonyms.js';
import { Vault } from './outbound/vault/vault.js';
import { ChangeMembership } from './use-cases/change-membership.js';
import { EndEventCoverWhenItIsOver } from './use-cases/end-event-cover-when-it-is-over.js';
import { LookUpMembership } from './use-cases/look-up-membership.js';
import { LookUpSignUp } from './use-cases/look-up-sign-up.js';
import { Memberships } from './use-cases/memberships.js';
import { RecordRegisterEntry } from './use-cases/record-register-entry.js';
import { Regions } from './use-cases/regions.js';
import { RegisterMemberWhenSignedUp } from './use-cases/register-member-when-signed-up.js';
import { Registers } from './use-cases/registers.js';
import { SignUps } from './use-cases/sign-ups.js';
import { UnreadSignUps } from './use-cases/unread-sign-ups.js';

const surroundings = (config: Config) => [
  observability({ service: 'enrollment', level: config.logLevel }),
  access({ issuer: config.issuer, dataFolder: config.dataFolder }),
  messaging({
    service: 'enrollment',
    brokers: config.brokers,
    database: { url: config.databaseUrl, migrations },
    parkingSecret: config.nikVaultKey,
  }),
];

const stores = (config: Config): Provider[] => {
  const tools = {
    vault: new Vault(config.nikVaultKey),
    pseudonyms: new Pseudonyms(config.nikTokenKey),
    clock: config.clock,
    ids: new UuidV7Ids(),
  };
  const inject = [Database, WritePath, EventLog];
  type Written = [Database, WritePath, EventLog];
  return [
    { provide: SignUps, inject, useFactory: (...on: Written) => new PostgresSignUps(...on, tools) },
    { provide: Memberships, inject, useFactory: (...on: Written) => new PostgresMemberships(...on, tools) },
    {
      provide: Registers,
      inject: [WritePath, EventLog],
      useFactory: (writes: WritePath, log: EventLog) => new PostgresRegisters(writes, log, tools),
    },
    {
      provide: UnreadSignUps,
      inject: [Database],
      useFactory: (database: Database) => new ParkedSignUps(database, new ParkedCipher(config.nikVaultKey)),
    },
    { provide: Regions, useFactory: () => PublishedRegions.load() },
    { provide: Clock, useValue: tools.clock },
    { provide: Ids, useValue: tools.ids },
  ];
};

/** A use case knows no framework: it is built here from the ports that its constructor asks for. */
const useCase = <Ports extends readonly unknown[], T>(
  type: new (...ports: Ports) => T,
  ...inject: { [Port in keyof Ports]: Abstract<Ports[Port]> | Type<Ports[Port]> }
): Provider => ({
  provide: type,
  inject: [...inject] as InjectionToken[],
  useFactory: (...ports: Ports) => new type(...ports),
});

const useCases = [
  useCase(RegisterMemberWhenSignedUp, SignUps, Regions),
  useCase(LookUpSignUp, SignUps, UnreadSignUps),
  useCase(ChangeMembership, Memberships),
  useCase(LookUpMembership, Memberships, Clock),
  useCase(RecordRegisterEntry, Registers),
  useCase(EndEventCoverWhenItIsOver, Memberships, ChangeMembership, Clock, Ids),
];

class EnrollmentModule {}

/** The enrollment service. */
export const enrollment = (config: Config): DynamicModule => ({
  module: EnrollmentModule,
  imports: surroundings(config),
  controllers: [
    SignUpsListener,
    SignUpsController,
    MembershipsController,
    RegistersController,
    ParkedController,
  ],
  providers: [...stores(config), ...useCases, watchMessaging(Health, Metrics), EventCoverTimer],
});
