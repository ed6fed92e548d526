import { signUpSubmitted } from './channel/sign-up-submitted.js';
import { benefitPaid } from './claims/benefit-paid.js';
import { benefitReturned } from './claims/benefit-returned.js';
import { claimDecided } from './claims/claim-decided.js';
import { claimSubmitted } from './claims/claim-submitted.js';
import { contributionPaid } from './contribution/contribution-paid.js';
import { contributionReversed } from './contribution/contribution-reversed.js';
import { membershipLapsed, membershipRevived } from './contribution/membership-lapses.js';
import { paymentAccepted, paymentRefused, paymentUnmatched } from './contribution/payment-results.js';
import type { EventContract, TopicContract } from './define.js';
import { memberChanged } from './enrollment/member-changed.js';
import { memberRegistered } from './enrollment/member-registered.js';
import { membershipEnded } from './enrollment/membership-ended.js';
import { paymentIdentityRecorded } from './enrollment/payment-identity-recorded.js';
import { personErased } from './enrollment/person-erased.js';
import {
  campaignRecorded,
  channelRecorded,
  employerRecorded,
  sponsorRecorded,
} from './enrollment/registers.js';
import { signUpAccepted, signUpRefused } from './enrollment/sign-up-results.js';
import { paymentReversed } from './gateway/payment-reversed.js';
import { paymentSettled } from './gateway/payment-settled.js';
import { coverageChanged } from './reporting/coverage-changed.js';

/** A contract whose content is not known at compile time; its functions are given what its schema accepted. */
const anyEvent = <Payload extends object>(contract: EventContract<string, Payload>) =>
  contract as unknown as EventContract;

/** Every event type there is, by topic. */
export const allEvents: readonly EventContract[] = [
  anyEvent(signUpSubmitted),
  anyEvent(paymentSettled),
  anyEvent(paymentReversed),
  anyEvent(memberRegistered),
  anyEvent(memberChanged),
  anyEvent(membershipEnded),
  anyEvent(personErased),
  anyEvent(signUpAccepted),
  anyEvent(signUpRefused),
  anyEvent(contributionPaid),
  anyEvent(contributionReversed),
  anyEvent(membershipLapsed),
  anyEvent(membershipRevived),
  anyEvent(paymentAccepted),
  anyEvent(paymentUnmatched),
  anyEvent(paymentRefused),
  anyEvent(claimSubmitted),
  anyEvent(claimDecided),
  anyEvent(benefitPaid),
  anyEvent(benefitReturned),
  anyEvent(paymentIdentityRecorded),
  anyEvent(employerRecorded),
  anyEvent(channelRecorded),
  anyEvent(sponsorRecorded),
  anyEvent(campaignRecorded),
  anyEvent(coverageChanged),
];

/** The event types of a topic. */
export const eventsOn = (topic: TopicContract): readonly EventContract[] =>
  allEvents.filter((contract) => contract.topic === topic);

const byType = new Map<string, EventContract>(allEvents.map((contract) => [contract.type, contract]));

/** The contract of a `ce_type`; undefined when nobody here knows the type. */
export const eventByType = (type: string): EventContract | undefined => byType.get(type);
