import type { Abstract, InjectionToken, Provider, Type } from '@nestjs/common';
import { Clock, Ids } from '#libs/kernel';
import { Contacts } from './use-cases/contacts.js';
import { ChangeMembership } from './use-cases/change-membership.js';
import { Claims } from './use-cases/claims.js';
import { EndEventCoverWhenItIsOver } from './use-cases/end-event-cover-when-it-is-over.js';
import { EndMembershipWhenClaimed } from './use-cases/end-membership-when-claimed.js';
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
import { IdentityReviews } from './use-cases/identity-reviews.js';
import { LookUpIdentityReviews } from './use-cases/look-up-identity-reviews.js';
import { LookUpPersonByNik } from './use-cases/look-up-person-by-nik.js';
import { LookUpRegisterEntry } from './use-cases/look-up-register-entry.js';
import { LooksOnRecord, PersonsByNik } from './use-cases/looks.js';
import { MergeDuplicatePerson } from './use-cases/merge-duplicate-person.js';
import { PersonMerges } from './use-cases/person-merges.js';
import { RegisterEntries } from './use-cases/register-entries.js';
import { MoveMembersWhenRegionChanges } from './use-cases/move-members-when-region-changes.js';
import { RegionChanges } from './use-cases/region-changes.js';
import { RewrapKeysWhenVaultKeyChanged } from './use-cases/rewrap-keys-when-vault-key-changed.js';
import { VaultKeys } from './use-cases/vault-keys.js';
import { SettleIdentityReview } from './use-cases/settle-identity-review.js';
import { ShowContactToWhoeverReminds } from './use-cases/show-contact-to-whoever-reminds.js';

/** A use case knows no framework: it is built here from the ports that its constructor asks for. */
const useCase = <Ports extends readonly unknown[], T>(
  type: new (...ports: Ports) => T,
  ...inject: { [Port in keyof Ports]: Abstract<Ports[Port]> | Type<Ports[Port]> }
): Provider => ({
  provide: type,
  inject: [...inject] as InjectionToken[],
  useFactory: (...ports: Ports) => new type(...ports),
});

/** What the service does, a sentence each. */
export const useCases: Provider[] = [
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
  useCase(LookUpSponsor, Budgets, Clock),
  useCase(ErasePerson, Persons, Clock),
  useCase(ShowPersonData, Persons),
  useCase(ChangeMembership, Memberships),
  useCase(LookUpMembership, Memberships, Standings, Clock, IdentityReviews),
  useCase(ShowContactToWhoeverReminds, Memberships, Contacts, Clock),
  useCase(KnowStandingWhenContributionMoves, Standings),
  useCase(EndMembershipWhenClaimed, Claims),
  useCase(RemindMemberWhenCoverEnds, Standings, Clock, Ids),
  useCase(RecordRegisterEntry, Registers),
  useCase(RewrapKeysWhenVaultKeyChanged, VaultKeys),
  useCase(MoveMembersWhenRegionChanges, RegionChanges, Regions, ChangeMembership, Ids),
  useCase(LookUpRegisterEntry, RegisterEntries),
  useCase(LookUpIdentityReviews, IdentityReviews, LooksOnRecord),
  useCase(SettleIdentityReview, IdentityReviews, Clock),
  useCase(MergeDuplicatePerson, PersonMerges, Clock),
  useCase(LookUpPersonByNik, PersonsByNik, LooksOnRecord),
  useCase(EndEventCoverWhenItIsOver, Memberships, ChangeMembership, Clock, Ids),
];
