import {
  contributionPaid,
  contributionReversed,
  membershipLapsed,
  membershipRevived,
  newEvent,
  paymentAccepted,
  paymentRefused,
  paymentUnmatched,
  type Cause,
  type NewEvent,
} from '#libs/contracts';
import { assertNever, type Ids } from '#libs/kernel';
import type { Publication } from '../../domain/book/book.js';

type Given = Parameters<typeof newEvent>[2];
type OfMembership = Extract<Publication, { about: 'membership' }>;
type OfPayment = Extract<Publication, { about: 'payment' }>;

/** What the book was told to say, as the event that says it. */
export const eventOf = (publication: Publication, cause: Cause, ids: Ids): NewEvent => {
  const { sequence, recordedAt } = publication;
  const given = { eventId: ids.next(), sequence, recordedAt, cause };
  return publication.about === 'membership'
    ? ofMembership(publication, given)
    : ofPayment(publication, given);
};

const ofMembership = ({ event, personId, membershipId }: OfMembership, given: Given): NewEvent => {
  const whose = { personId, membershipId };
  switch (event.type) {
    case 'ContributionPaid': {
      const { amountRupiah, programmes, months, ...contribution } = event.contribution;
      const { settledAt, ...by } = event.by;
      const lists = { programmes: [...programmes], months: [...months] };
      return newEvent(
        contributionPaid,
        { ...contribution, ...lists, ...by, ...whose, amount: amountRupiah, paidAt: settledAt },
        given,
      );
    }
    case 'ContributionReversed': {
      const { contribution, reversedAt, reason } = event;
      const { contributionId } = contribution;
      return newEvent(contributionReversed, { contributionId, ...whose, reversedAt, reason }, given);
    }
    case 'MembershipLapsed': {
      const { lapsedOn, lastCoveredOn } = event;
      return newEvent(membershipLapsed, { ...whose, lapsedOn, lastCoveredOn }, given);
    }
    case 'MembershipRevived':
      return newEvent(membershipRevived, { ...whose, revivedOn: event.revivedOn }, given);
    default:
      return assertNever(event);
  }
};

const ofPayment = ({ payment, result }: OfPayment, given: Given): NewEvent => {
  switch (result.type) {
    case 'PaymentAccepted': {
      const lines = result.lines?.map(({ index, reasons }) => ({ index, reasons: [...reasons] }));
      const contributions = [...result.contributions];
      return newEvent(paymentAccepted, { ...payment, contributions, ...(lines && { lines }) }, given);
    }
    case 'PaymentUnmatched':
      return newEvent(paymentUnmatched, { ...payment, reasons: [...result.reasons] }, given);
    case 'PaymentRefused':
      return newEvent(paymentRefused, { ...payment, reasons: [...result.reasons] }, given);
    default:
      return assertNever(result);
  }
};
