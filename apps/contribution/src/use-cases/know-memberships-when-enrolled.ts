import type {
  MemberChanged,
  MemberChanges,
  MemberRegistered,
  MembershipEnded,
  PersonErased,
} from '#libs/contracts';
import { assertNever, happened, ignored, type Batch, type Clock, type Ids, type Outcome } from '#libs/kernel';
import { hearOfMember, unlessTaken, type HeardOfMember } from '../domain/account/hear.js';
import type { Membership } from '../domain/account/membership.js';
import type { Terms } from '../domain/account/terms.js';
import { takeUpFor } from '../domain/payment/take-up.js';
import type { Books, Plan, Received } from './books.js';

type Of<Type extends string, Content> = Received<Content> & {
  readonly type: `id.cakupan.enrollment.${Type}.v1`;
  readonly sequence: number;
  readonly follows?: number;
};

/** What enrollment says of its members. */
export type MembersMessage =
  | Of<'member-registered', MemberRegistered>
  | Of<'member-changed', MemberChanged>
  | Of<'membership-ended', Pick<MembershipEnded, 'membershipId' | 'endedOn'>>
  | Of<'person-erased', PersonErased>;

type MemberOutcome = Outcome<{ readonly type: string }>;

/** Memberships as enrollment tells of them; money that waited for one is settled as soon as it is known. */
export class KnowMembershipsWhenEnrolled {
  constructor(
    private readonly books: Books,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  handle(batch: Batch<MembersMessage>): Promise<readonly MemberOutcome[]> {
    return this.books.change(batch, (message): Plan<MemberOutcome> => {
      switch (message.type) {
        case 'id.cakupan.enrollment.member-registered.v1':
          return this.registering(message);
        case 'id.cakupan.enrollment.member-changed.v1':
          return this.hearing(message, changed(message));
        case 'id.cakupan.enrollment.membership-ended.v1': {
          const { endedOn } = message.data;
          return this.hearing(message, { type: 'MembershipEnded', sequence: message.sequence, endedOn });
        }
        case 'id.cakupan.enrollment.person-erased.v1':
          return this.erasing(message);
        default:
          return assertNever(message);
      }
    });
  }

  private registering(message: Of<'member-registered', MemberRegistered>): Plan<MemberOutcome> {
    const { data, sequence, recordedAt } = message;
    const { paymentCode } = data;
    const membershipId = data.membershipId.toLowerCase();
    const membership = membershipOf(data);
    const event = { type: 'MemberRegistered', sequence, paymentCode, membership } as const;
    return {
      needs: { awaited: [{ membershipId, payee: { paymentCode, nikToken: null } }] },
      cause: message,
      decide: (book) => {
        const heard = hearOfMember(event, book.accounts.get(membershipId), message.follows);
        const outcome = unlessTaken(heard, book.accounts.withCode(paymentCode), membershipId);
        if (outcome.kind !== 'happened') return outcome;
        const at = this.clock.recordedAt(recordedAt);
        book.recordAccount(membershipId, event, at);
        takeUpFor(book, membershipId, { at, newId: () => this.ids.next() });
        return outcome;
      },
    };
  }

  private hearing(
    message: Received<{ readonly membershipId: string }> & { readonly follows?: number },
    event: HeardOfMember,
  ): Plan<MemberOutcome> {
    const membershipId = message.data.membershipId.toLowerCase();
    return {
      needs: { memberships: [membershipId] },
      cause: message,
      decide: (book) => {
        const outcome = hearOfMember(event, book.accounts.get(membershipId), message.follows);
        const at = this.clock.recordedAt(message.recordedAt);
        if (outcome.kind === 'happened') book.recordAccount(membershipId, event, at);
        return outcome;
      },
    };
  }

  /** Nothing may find the person's memberships any more, neither by code nor by NIK. */
  private erasing(message: Received<PersonErased>): Plan<MemberOutcome> {
    const person = message.data.personId.toLowerCase();
    return {
      needs: { persons: [person] },
      cause: message,
      decide: (book) => {
        const accounts = book.accounts.ofPerson(person).filter(({ erased }) => !erased);
        const event = { type: 'IdentityErased' } as const;
        for (const { membershipId } of accounts) book.recordAccount(membershipId, event, '');
        return accounts.length > 0 ? happened(event) : ignored('redelivery');
      },
    };
  }
}

const membershipOf = (data: MemberRegistered): Membership => ({
  personId: data.personId.toLowerCase(),
  terms: {
    first: {
      segment: data.segment,
      programmes: data.programmes,
      basisRupiah: data.basis,
      occupations: data.occupations,
      payerKind: data.payer.kind,
    },
    changes: [],
  },
  startsOn: data.startsOn,
  endedOn: null,
  employer: data.employer ?? null,
  eventCover: data.eventCover ? { from: data.eventCover.from, through: data.eventCover.through } : null,
  residence: data.residence ?? null,
});

/** What a change says of the terms; what is absent or null stays as it was. */
const termsIn = ({ segment, programmes, basis, occupations, payer }: MemberChanges): Partial<Terms> => ({
  ...(segment && { segment }),
  ...(programmes && { programmes }),
  ...(basis != null && { basisRupiah: basis }),
  ...(occupations && { occupations }),
  ...(payer && { payerKind: payer.kind }),
});

const changed = ({ sequence, data }: Of<'member-changed', MemberChanged>): HeardOfMember => ({
  type: 'MemberChanged',
  sequence,
  change: { from: data.effectiveOn, changes: termsIn(data.changes) },
  residence: data.changes.residence ?? null,
});
