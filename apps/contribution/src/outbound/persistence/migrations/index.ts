import { messagingMigrations } from '#libs/messaging';
import { ChainLedgerEntries1700000210000 } from './chain-ledger-entries.js';
import { CreateContributionTables1700000200000 } from './create-contribution-tables.js';

/** All migrations of this service's database, oldest first. */
export const contributionMigrations = [
  ...messagingMigrations,
  CreateContributionTables1700000200000,
  ChainLedgerEntries1700000210000,
];
