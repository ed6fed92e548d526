import type { Abstract, Provider } from '@nestjs/common';
import { Clock, Ids, UuidV7Ids } from '#libs/kernel';
import { EventLog, ParkedCipher, parkingSecretsIn, WritePath } from '#libs/messaging';
import { Database } from '#libs/persistence';
import type { Config } from './config.js';
import { ParkedSignUps } from './outbound/persistence/parked-sign-ups.js';
import { PostgresBudgets } from './outbound/persistence/postgres-budgets.js';
import { PostgresClaims } from './outbound/persistence/postgres-claims.js';
import { PostgresContacts } from './outbound/persistence/postgres-contacts.js';
import { PostgresEvents } from './outbound/persistence/postgres-events.js';
import { PostgresMemberships } from './outbound/persistence/postgres-memberships.js';
import { PostgresPersons } from './outbound/persistence/postgres-persons.js';
import { PostgresRegisters } from './outbound/persistence/postgres-registers.js';
import { PostgresSignUpBatches } from './outbound/persistence/postgres-sign-up-batches.js';
import { PostgresSignUps, type StoreTools } from './outbound/persistence/postgres-sign-ups.js';
import { PostgresStandings } from './outbound/persistence/postgres-standings.js';
import { PublishedRegions } from './outbound/regions/published-regions.js';
import { BatchCipher } from './outbound/vault/batch-cipher.js';
import { Pseudonyms } from './outbound/vault/pseudonyms.js';
import { Vault } from './outbound/vault/vault.js';
import { Claims } from './use-cases/claims.js';
import { Budgets } from './use-cases/budgets.js';
import { Contacts } from './use-cases/contacts.js';
import { Events } from './use-cases/events.js';
import { Memberships } from './use-cases/memberships.js';
import { Persons } from './use-cases/persons.js';
import { Regions } from './use-cases/regions.js';
import { Registers } from './use-cases/registers.js';
import { SignUpBatches } from './use-cases/sign-up-batches.js';
import { SignUps } from './use-cases/sign-ups.js';
import { Standings } from './use-cases/standings.js';
import { UnreadSignUps } from './use-cases/unread-sign-ups.js';
import { PostgresIdentityReviews } from './outbound/persistence/postgres-identity-reviews.js';
import { PostgresLooks, PostgresPersonsByNik } from './outbound/persistence/postgres-looks.js';
import { PostgresPersonMerges } from './outbound/persistence/postgres-person-merges.js';
import { PostgresRegisterEntries } from './outbound/persistence/postgres-register-entries.js';
import { IdentityReviews } from './use-cases/identity-reviews.js';
import { LooksOnRecord, PersonsByNik } from './use-cases/looks.js';
import { PersonMerges } from './use-cases/person-merges.js';
import { PostgresRegionChanges } from './outbound/persistence/postgres-region-changes.js';
import { RegionChanges } from './use-cases/region-changes.js';
import { PostgresVaultKeys } from './outbound/persistence/postgres-vault-keys.js';
import { VaultKeys } from './use-cases/vault-keys.js';
import { RegisterEntries } from './use-cases/register-entries.js';

type Written = [Database, WritePath, EventLog];

/** A store that writes rows and events together. */
const written = <T>(port: Abstract<T>, make: (...on: Written) => T): Provider => ({
  provide: port,
  inject: [Database, WritePath, EventLog],
  useFactory: make,
});

/** A store that reads, or writes rows alone. */
const stored = <T>(port: Abstract<T>, make: (database: Database) => T): Provider => ({
  provide: port,
  inject: [Database],
  useFactory: make,
});

const writing = (tools: StoreTools): Provider[] => [
  written(SignUps, (...on) => new PostgresSignUps(...on, tools)),
  written(Memberships, (...on) => new PostgresMemberships(...on, tools)),
  written(Persons, (...on) => new PostgresPersons(...on, tools)),
  written(PersonMerges, (...on) => new PostgresPersonMerges(...on, tools)),
  written(IdentityReviews, (...on) => new PostgresIdentityReviews(...on, tools)),
  written(Standings, (...on) => new PostgresStandings(...on, tools)),
  written(Registers, (_, writes, log) => new PostgresRegisters(writes, log, tools)),
  written(Claims, (_, writes, log) => new PostgresClaims(writes, log, tools)),
];

const reading = (config: Config, tools: StoreTools): Provider[] => {
  const { nikVaultKey: key, nikVaultKeyBefore: before } = config;
  return [
    stored(PersonsByNik, (database) => new PostgresPersonsByNik(database, tools)),
    stored(Contacts, (database) => new PostgresContacts(database, tools)),
    stored(LooksOnRecord, (database) => new PostgresLooks(database, tools.clock)),
    stored(RegionChanges, (database) => new PostgresRegionChanges(database, tools.clock)),
    stored(VaultKeys, (database) => new PostgresVaultKeys(database, tools.vault, before != null)),
    stored(RegisterEntries, (database) => new PostgresRegisterEntries(database)),
    stored(
      UnreadSignUps,
      (database) => new ParkedSignUps(database, new ParkedCipher(parkingSecretsIn(config))),
    ),
    stored(Budgets, (database) => new PostgresBudgets(database)),
    stored(Events, (database) => new PostgresEvents(database)),
    stored(SignUpBatches, (database) => new PostgresSignUpBatches(database, new BatchCipher(key, before))),
  ];
};

/** The databases' side of the ports, and what names, dates and hides what is stored. */
export const stores = (config: Config): Provider[] => {
  const tools: StoreTools = {
    vault: new Vault(config.nikVaultKey, config.nikVaultKeyBefore),
    pseudonyms: new Pseudonyms(config.nikTokenKey),
    clock: config.clock,
    ids: new UuidV7Ids(),
  };
  return [
    ...writing(tools),
    ...reading(config, tools),
    { provide: Regions, useFactory: () => PublishedRegions.load() },
    { provide: Clock, useValue: tools.clock },
    { provide: Ids, useValue: tools.ids },
  ];
};
