import { messagingMigrations } from '#libs/messaging';
import { CreateClaimsTables1700000100000 } from './create-claims-tables.js';

/** All migrations of this service's database, oldest first. */
export const claimsMigrations = [...messagingMigrations, CreateClaimsTables1700000100000];
