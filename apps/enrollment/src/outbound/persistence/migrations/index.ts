import { messagingMigrations } from '#libs/messaging';
import { CreateEnrollmentTables1700000100000 } from './create-enrollment-tables.js';

/** The tables of this service, those of messaging first. */
export const migrations = [...messagingMigrations, CreateEnrollmentTables1700000100000];
