import { randomUUID } from 'node:crypto';
import { memberChanged, membershipLapsed, membershipRevived, personErased } from '#libs/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { coverOn, residenceOn, termsOn } from '../src/domain/cover/cover.questions.js';
import type { Cover } from '../src/domain/cover/cover.js';
import { ContributionsListener } from '../src/inbound/kafka/contributions.listener.js';
import { MembersListener } from '../src/inbound/kafka/members.listener.js';
import { unpackCover, type StoredCover } from '../src/outbound/persistence/cover-codec.js';
import { PostgresCovers } from '../src/outbound/persistence/postgres-covers.js';
import {
  KeepCoverWhenContributionPaid,
  type ContributionMessage,
} from '../src/use-cases/keep-cover-when-contribution-paid.js';
import {
  KeepCoverWhenMembershipChanged,
  type MemberMessage,
} from '../src/use-cases/keep-cover-when-membership-changed.js';
import {
  died,
  newMember,
  openClaims,
  paid,
  recordingBatch,
  registered,
  reversed,
  type Member,
  type Opened,
} from './support.js';

let opened: Opened;
let members: MembersListener;
let contributions: ContributionsListener;
let member: Member;

beforeAll(async () => {
  opened = await openClaims();
  const covers = new PostgresCovers(opened.writes);
  members = new MembersListener(new KeepCoverWhenMembershipChanged(covers));
  contributions = new ContributionsListener(new KeepCoverWhenContributionPaid(covers));
});
afterAll(() => opened.drop());
beforeEach(() => {
  member = newMember();
});

const kindsOf = (outcomes: readonly { kind: string }[]) => outcomes.map(({ kind }) => kind);

const hearOfMembers = async (...messages: MemberMessage[]) => {
  const { batch, outcomes } = recordingBatch(...messages);
  expect(await members.membershipChanged(batch)).toEqual({ done: true });
  return outcomes;
};
const hearOfContributions = async (...messages: ContributionMessage[]) => {
  const { batch, outcomes } = recordingBatch(...messages);
  expect(await contributions.contributionPaid(batch)).toEqual({ done: true });
  return outcomes;
};
const coverOf = async ({ personId }: Member): Promise<Cover> => {
  const [row] = await opened.database.query<{ cover: StoredCover }>(
    'select cover from person_cover where person_id = $1',
    [personId],
  );
  return unpackCover(row!.cover);
};
const coveredOn = async (of: Member, day: string) =>
  coverOn(await coverOf(of), { membershipId: of.membershipId, programme: 'JKM' }, day)?.contributionId ??
  null;

describe('the copy of cover', () => {
  it('keeps what is paid, whichever topic is read first', async () => {
    const january = paid(member, '2024-01', 1);
    const other = newMember();
    await hearOfContributions(january, paid(member, '2024-02', 2));
    await hearOfMembers(registered(member), registered(other));
    await hearOfContributions(paid(other, '2024-01', 1));
    expect(await coveredOn(member, '2024-01-28')).toBe(january.data.contributionId);
    expect(await coveredOn(member, '2024-01-29')).toBeNull();
    expect(await coveredOn(other, '2024-01-28')).not.toBeNull();
    const cover = await coverOf(member);
    expect(termsOn(cover, member.membershipId, '2024-01-01')?.basisRupiah).toBe(1_000_000);
    expect(residenceOn(cover, '2024-01-01')).toBe('33.72.05.1011');
  });

  it('takes many events of one person in one batch, in order', async () => {
    const first = paid(member, '2024-01', 1);
    const outcomes = await hearOfContributions(
      first,
      paid(member, '2024-02', 2),
      reversed(member, first.data.contributionId, 3),
      paid(member, '2024-01', 4),
    );
    expect(kindsOf(outcomes)).toEqual(['happened', 'happened', 'happened', 'happened']);
    const again = await coveredOn(member, '2024-01-15');
    expect(again).not.toBeNull();
    expect(again).not.toBe(first.data.contributionId);
  });

  it('passes over a redelivery and refuses a gap, within a batch and after it', async () => {
    const january = paid(member, '2024-01', 1);
    const inOne = await hearOfContributions(january, january, paid(member, '2024-03', 3));
    expect(inOne.slice(1)).toEqual([
      { kind: 'ignored', reason: 'redelivery' },
      { kind: 'refused', reason: 'sequence-gap' },
    ]);
    const after = await hearOfContributions(january, paid(member, '2024-03', 3), paid(member, '2024-02', 2));
    expect(kindsOf(after)).toEqual(['ignored', 'refused', 'happened']);
    expect(await coveredOn(member, '2024-03-15')).toBeNull();
    expect(kindsOf(await hearOfContributions(paid(member, '2024-03', 3)))).toEqual(['happened']);
  });

  it('keeps changes, moves, deaths; a lapse and a revival change nothing', async () => {
    const changed = (changes: object, effectiveOn: string, sequence: number): MemberMessage => ({
      ...registered(member),
      type: memberChanged.type,
      data: { ...member, effectiveOn, changes },
      sequence,
    });
    await hearOfMembers(
      registered(member),
      changed({ basis: 2_000_000 }, '2024-02-01', 2),
      changed({ residence: '33.11', programmes: null }, '2024-03-01', 3),
      died(member, '2024-02-20', 4),
    );
    await hearOfContributions(
      paid(member, '2024-02', 1),
      {
        ...reversed(member, randomUUID(), 2),
        type: membershipLapsed.type,
        data: { ...member, lapsedOn: '2024-05-29', lastCoveredOn: '2024-02-28' },
      },
      {
        ...reversed(member, randomUUID(), 3),
        type: membershipRevived.type,
        data: { ...member, revivedOn: '2024-06-01' },
      },
    );
    const cover = await coverOf(member);
    expect(termsOn(cover, member.membershipId, '2024-03-01')).toEqual({
      segment: 'BPU',
      programmes: ['JKK', 'JKM'],
      basisRupiah: 2_000_000,
    });
    expect(residenceOn(cover, '2024-03-01')).toBe('33.11');
    expect(await coveredOn(member, '2024-02-20')).not.toBeNull();
    expect(await coveredOn(member, '2024-02-21')).toBeNull();
  });

  it('keeps the cover of an erased person', async () => {
    const { personId } = member;
    await hearOfMembers(registered(member));
    await hearOfContributions(paid(member, '2024-01', 1));
    const erased: MemberMessage = { ...registered(member), type: personErased.type, data: { personId } };
    expect(kindsOf(await hearOfMembers(erased, erased))).toEqual(['happened', 'ignored']);
    expect(await coveredOn(member, '2024-01-15')).not.toBeNull();
  });

  it('takes a batch of 2,000 persons', async () => {
    const many = Array.from({ length: 2_000 }, newMember);
    expect(new Set(kindsOf(await hearOfMembers(...many.map((one) => registered(one)))))).toEqual(
      new Set(['happened']),
    );
    await hearOfContributions(...many.map((one) => paid(one, '2024-01', 1)));
    expect(await coveredOn(many.at(-1)!, '2024-01-28')).not.toBeNull();
  });
});
