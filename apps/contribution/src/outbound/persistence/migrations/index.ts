import { messagingMigrations } from '#libs/messaging';
import { ChainLedgerEntries1700000210000 } from './chain-ledger-entries.js';
import { ChargeLateFees1700000250000 } from './charge-late-fees.js';
import { CreateContributionTables1700000200000 } from './create-contribution-tables.js';
import { FindMoneyByDay1700000260000 } from './find-money-by-day.js';
import { KeepReconciliations1700000230000 } from './keep-reconciliations.js';
import { KnowExternalIds1700000220000 } from './know-external-ids.js';
import { RefundOwedLines1700000240000 } from './refund-owed-lines.js';

/** All migrations of this service's database, oldest first. */
export const contributionMigrations = [
  ...messagingMigrations,
  CreateContributionTables1700000200000,
  ChainLedgerEntries1700000210000,
  KnowExternalIds1700000220000,
  KeepReconciliations1700000230000,
  RefundOwedLines1700000240000,
  ChargeLateFees1700000250000,
  FindMoneyByDay1700000260000,
];
