import { messagingMigrations } from '#libs/messaging';
import { AuditPersonalData1700000100400 } from './audit-personal-data.js';
import { CreateEnrollmentTables1700000100000 } from './create-enrollment-tables.js';
import { KeepRegistersApart1700000100600 } from './keep-registers-apart.js';
import { ChangeRegions1700000100900 } from './change-regions.js';
import { FindSponsoredMembers1700000101000 } from './find-sponsored-members.js';
import { KnowWrappingKeys1700000100800 } from './know-wrapping-keys.js';
import { ReviewIdentities1700000100700 } from './review-identities.js';
import { ReservePersonMonths1700000100300 } from './reserve-person-months.js';
import { KnowStandings1700000100200 } from './know-standings.js';
import { FollowClaims1700000100500 } from './follow-claims.js';
import { KeepSignUpBatches1700000100100 } from './keep-sign-up-batches.js';

/** The tables of this service, those of messaging first. */
export const migrations = [
  ...messagingMigrations,
  CreateEnrollmentTables1700000100000,
  KeepSignUpBatches1700000100100,
  KnowStandings1700000100200,
  ReservePersonMonths1700000100300,
  AuditPersonalData1700000100400,
  FollowClaims1700000100500,
  KeepRegistersApart1700000100600,
  ReviewIdentities1700000100700,
  KnowWrappingKeys1700000100800,
  ChangeRegions1700000100900,
  FindSponsoredMembers1700000101000,
];
