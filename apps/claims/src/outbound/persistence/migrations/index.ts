import { messagingMigrations } from '#libs/messaging';
import { AddFindings1700000110000 } from './add-findings.js';
import { CreateClaimsTables1700000100000 } from './create-claims-tables.js';
import { KeepStepsOfClaims1700000120000 } from './keep-steps-of-claims.js';
import { KnowAccountsOfClaims1700000150000 } from './know-accounts-of-claims.js';
import { KnowFilesOfEvidence1700000140000 } from './know-files-of-evidence.js';
import { KnowOccupationalDiseases1700000160000 } from './know-occupational-diseases.js';
import { KnowRoadAccidents1700000180000 } from './know-road-accidents.js';
import { KnowWhatGrantsWereFor1700000170000 } from './know-what-grants-were-for.js';
import { KnowWhatTheBankWaitsFor1700000130000 } from './know-what-the-bank-waits-for.js';

/** All migrations of this service's database, oldest first. */
export const claimsMigrations = [
  ...messagingMigrations,
  CreateClaimsTables1700000100000,
  AddFindings1700000110000,
  KeepStepsOfClaims1700000120000,
  KnowWhatTheBankWaitsFor1700000130000,
  KnowFilesOfEvidence1700000140000,
  KnowAccountsOfClaims1700000150000,
  KnowOccupationalDiseases1700000160000,
  KnowWhatGrantsWereFor1700000170000,
  KnowRoadAccidents1700000180000,
];
