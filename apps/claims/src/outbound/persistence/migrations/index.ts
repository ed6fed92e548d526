import { messagingMigrations } from '#libs/messaging';
import { AddFindings1700000110000 } from './add-findings.js';
import { CreateClaimsTables1700000100000 } from './create-claims-tables.js';

/** All migrations of this service's database, oldest first. */
export const claimsMigrations = [
  ...messagingMigrations,
  CreateClaimsTables1700000100000,
  AddFindings1700000110000,
];
