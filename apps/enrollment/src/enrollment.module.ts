import type { Abstract, DynamicModule, InjectionToken, Provider, Type } from '@nestjs/common';
import { access } from '#libs/http';
import { Clock, Ids, UuidV7Ids } from '#libs/kernel';
import { EventLog, messaging, ParkedCipher, watchMessaging, WritePath } from '#libs/messaging';
import { Health, Metrics, observability } from '#libs/observability';
import { Database } from '#libs/persistence';
import type { Config } from './config.js';
import { SignUpBatchesRunner } from './inbound/files/sign-up-batches.runner.js';
import { EventsController } from './inbound/http/events.controller.js';
import { MembershipsController } from './inbound/http/memberships.controller.js';
import { ParkedController } from './inbound/http/parked.controller.js';
import { PersonsController } from './inbound/http/persons.controller.js';
import { RegistersController } from './inbound/http/registers.controller.js';
import { SponsorsController } from './inbound/http/sponsors.controller.js';
import { SignUpBatchesController } from './inbound/http/sign-up-batches.controller.js';
import { SignUpsController } from './inbound/http/sign-ups.controller.js';
import { ContributionsListener } from './inbound/kafka/contributions.listener.js';
import { SignUpsListener } from './inbound/kafka/sign-ups.listener.js';
import { DayTimer } from './inbound/timer/day.timer.js';
import { migrations } from './outbound/persistence/migrations/index.js';
import { ParkedSignUps } from './outbound/persistence/parked-sign-ups.js';
import { PostgresBudgets } from './outbound/persistence/postgres-budgets.js';
import { PostgresEvents } from './outbound/persistence/postgres-events.js';
import { PostgresMemberships } from './outbound/persistence/postgres-memberships.js';
import { PostgresPersons } from './outbound/persistence/postgres-persons.js';
import { PostgresRegisters } from './outbound/persistence/postgres-registers.js';
import { PostgresSignUpBatches } from './outbound/persistence/postgres-sign-up-batches.js';
import { PostgresSignUps } from './outbound/persistence/postgres-sign-ups.js';
import { PostgresStandings } from './outbound/persistence/postgres-standings.js';
import { PublishedRegions } from './outbound/regions/published-regions.js';
import { BatchCipher } from './outbound/vault/batch-cipher.js';
import { Pseudonyms } from './outbound/vault/pseudonyms.js';
import { Vault } from './outbound/vault/vault.js';
import { ChangeMembership } from './use-cases/change-membership.js';
import { EndEventCoverWhenItIsOver } from './use-cases/end-event-cover-when-it-is-over.js';
import { Budgets } from './use-cases/budgets.js';
import { EnrolMembersOfSponsor } from './use-cases/enrol-members-of-sponsor.js';
import { ErasePerson } from './use-cases/erase-person.js';
import { Events } from './use-cases/events.js';
import { InsureParticipantsOfEvent } from './use-cases/insure-participants-of-event.js';
import { KnowStandingWhenContributionMoves } from './use-cases/know-standing-when-contribution-moves.js';
import { LookUpEvent } from './use-cases/look-up-event.js';
import { LookUpMembership } from './use-cases/look-up-membership.js';
import { LookUpSignUpBatch } from './use-cases/look-up-sign-up-batch.js';
import { LookUpSignUp } from './use-cases/look-up-sign-up.js';
import { LookUpSponsor } from './use-cases/look-up-sponsor.js';
import { Memberships } from './use-cases/memberships.js';
import { Persons } from './use-cases/persons.js';
import { ReceiveSignUpBatch } from './use-cases/receive-sign-up-batch.js';
import { RecordRegisterEntry } from './use-cases/record-register-entry.js';
import { Regions } from './use-cases/regions.js';
import { RegisterMemberWhenSignedUp } from './use-cases/register-member-when-signed-up.js';
import { RegisterMembersOfBatch } from './use-cases/register-members-of-batch.js';
import { Registers } from './use-cases/registers.js';
import { RemindMemberWhenCoverEnds } from './use-cases/remind-member-when-cover-ends.js';
import { ShowPersonData } from './use-cases/show-person-data.js';
import { SignUpBatches } from './use-cases/sign-up-batches.js';
import { SignUps } from './use-cases/sign-ups.js';
import { Standings } from './use-cases/standings.js';
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
    { provide: Persons, inject, useFactory: (...on: Written) => new PostgresPersons(...on, tools) },
    { provide: Standings, inject, useFactory: (...on: Written) => new PostgresStandings(...on, tools) },
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
    {
      provide: Budgets,
      inject: [Database],
      useFactory: (database: Database) => new PostgresBudgets(database),
    },
    {
      provide: Events,
      inject: [Database],
      useFactory: (database: Database) => new PostgresEvents(database),
    },
    {
      provide: SignUpBatches,
      inject: [Database],
      useFactory: (database: Database) =>
        new PostgresSignUpBatches(database, new BatchCipher(config.nikVaultKey)),
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
  {
    provide: ReceiveSignUpBatch,
    inject: [SignUpBatches],
    useFactory: (batches: SignUpBatches) => new ReceiveSignUpBatch(batches),
  },
  useCase(RegisterMembersOfBatch, SignUpBatches, RegisterMemberWhenSignedUp),
  useCase(LookUpSignUpBatch, SignUpBatches),
  useCase(InsureParticipantsOfEvent, RegisterMemberWhenSignedUp),
  useCase(LookUpEvent, Events, Clock),
  useCase(EnrolMembersOfSponsor, Budgets, RegisterMemberWhenSignedUp),
  useCase(LookUpSponsor, Budgets),
  useCase(ErasePerson, Persons, Clock),
  useCase(ShowPersonData, Persons),
  useCase(ChangeMembership, Memberships),
  useCase(LookUpMembership, Memberships, Standings, Clock),
  useCase(KnowStandingWhenContributionMoves, Standings),
  useCase(RemindMemberWhenCoverEnds, Standings, Clock, Ids),
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
    ContributionsListener,
    SignUpsController,
    SignUpBatchesController,
    MembershipsController,
    RegistersController,
    EventsController,
    SponsorsController,
    PersonsController,
    ParkedController,
  ],
  providers: [...stores(config), ...useCases, watchMessaging(Health, Metrics), DayTimer, SignUpBatchesRunner],
});
