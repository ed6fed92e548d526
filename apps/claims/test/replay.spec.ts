import { randomUUID } from 'node:crypto';
import { memberChanged, membershipEnded } from '#libs/contracts';
import { UuidV7Ids, type Benefit, type Programme } from '#libs/kernel';
import { batchOf, messageOf } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { USUAL_POLICY } from '../src/domain/programmes/policy.js';
import { PostgresClaims } from '../src/outbound/persistence/postgres-claims.js';
import { PostgresCovers } from '../src/outbound/persistence/postgres-covers.js';
import { CheckClaimAgainstCover } from '../src/use-cases/check-claim-against-cover.js';
import type { Claim, ClaimAnswer, ClaimCommand } from '../src/use-cases/claims.js';
import { DecideClaimWhenChecked } from '../src/use-cases/decide-claim-when-checked.js';
import {
  KeepCoverWhenContributionPaid,
  type ContributionMessage,
} from '../src/use-cases/keep-cover-when-contribution-paid.js';
import {
  KeepCoverWhenMembershipChanged,
  type MemberMessage,
} from '../src/use-cases/keep-cover-when-membership-changed.js';
import { SubmitClaim } from '../src/use-cases/submit-claim.js';
import {
  newCause,
  newMember,
  openClaims,
  paid,
  registered,
  reversed,
  type Member,
  type Opened,
} from './support.js';

const PERSONS = 40;
const SEED = 7;
const LONG_MS = 120_000;
const MONTHS = ['2023-12', '2024-01', '2024-02', '2024-03'] as const;

/** What a person's two memberships went through, as far as it changes their cover. */
interface Course {
  readonly months: readonly (readonly { readonly month: string; readonly isReversed: boolean }[])[];
  readonly basisRupiah: number | null;
  readonly ends: 'died' | 'left' | null;
  /** Which topic is heard next, of a replay; then what is left. */
  readonly turns: readonly boolean[];
}

const months = fc
  .subarray([...MONTHS])
  .chain((some) =>
    fc
      .array(fc.boolean(), { minLength: some.length, maxLength: some.length })
      .map((reversals) =>
        some.map((month, place) => ({ month, isReversed: reversals[place]! && place % 2 === 0 })),
      ),
  );
const courses = fc.sample(
  fc.record<Course>({
    months: fc.tuple(months, months),
    basisRupiah: fc.option(fc.constantFrom(2_000_000, 5_000_000)),
    ends: fc.constantFrom('died', 'left', null),
    turns: fc.array(fc.boolean(), { minLength: 20, maxLength: 20 }),
  }),
  { numRuns: PERSONS, seed: SEED },
);

/** Everything that both topics carry of one person, in their order. */
interface Heard {
  readonly memberships: readonly Member[];
  readonly members: readonly MemberMessage[];
  readonly contributions: readonly ContributionMessage[];
  readonly turns: readonly boolean[];
}

const membersOf = (one: Member, other: Member, { basisRupiah, ends }: Course): MemberMessage[] => {
  const terms = { programmes: ['JKK', 'JKM'] as Programme[] };
  const changes = { basis: basisRupiah, residence: '33.11' };
  const changed = { ...one, effectiveOn: '2024-02-01', changes };
  const end = { ...other, endedOn: '2024-03-10', reason: ends === 'died' ? 'died' : 'left' } as const;
  return [
    registered(one, { ...terms, segment: 'BPU' }),
    registered(other, { ...terms, segment: 'PU', basis: 4_000_000, employer: 'NPP-1' }),
    messageOf(memberChanged, changed, { sequence: 2 }),
    ...(ends === null ? [] : [messageOf(membershipEnded, end, { sequence: 2 })]),
  ];
};

const contributionsOf = (member: Member, course: Course['months'][number]): ContributionMessage[] => {
  let sequence = 0;
  return course.flatMap(({ month, isReversed }): ContributionMessage[] => {
    const payment = paid(member, month, (sequence += 1), { programmes: ['JKK', 'JKM'] });
    return isReversed ? [payment, reversed(member, payment.data.contributionId, (sequence += 1))] : [payment];
  });
};

const heard = courses.map((course): Heard => {
  const one = newMember();
  const other = { ...newMember(), personId: one.personId };
  const contributions = [one, other].flatMap((member, place) =>
    contributionsOf(member, course.months[place]!),
  );
  return {
    memberships: [one, other],
    members: membersOf(one, other, course),
    contributions,
    turns: course.turns,
  };
});

/** The service's stores on a database of their own, and what is asked of them. */
class World {
  readonly claims: PostgresClaims;
  private readonly ofMembers: KeepCoverWhenMembershipChanged;
  private readonly ofContributions: KeepCoverWhenContributionPaid;

  constructor(readonly opened: Opened) {
    this.claims = new PostgresClaims(opened.database, opened.writes, opened.events, new UuidV7Ids());
    const covers = new PostgresCovers(opened.writes);
    this.ofMembers = new KeepCoverWhenMembershipChanged(covers);
    this.ofContributions = new KeepCoverWhenContributionPaid(covers);
  }

  /** All of the one topic, then all of the other. */
  async hearInTurn(): Promise<void> {
    await this.ofMembers.handle(batchOf(...heard.flatMap(({ members }) => members)));
    await this.ofContributions.handle(batchOf(...heard.flatMap(({ contributions }) => contributions)));
  }

  /** One message after the other, now of the one topic, now of the other, and each once more. */
  async hearMixed(): Promise<void> {
    for (const { members, contributions, turns } of heard) {
      const left = { members: [...members], contributions: [...contributions] };
      for (const isContribution of [...turns, ...turns.map((turn) => !turn)]) {
        const payment = isContribution ? left.contributions.shift() : undefined;
        const change = isContribution ? undefined : left.members.shift();
        if (payment) await this.ofContributions.handle(batchOf(payment, payment));
        if (change) await this.ofMembers.handle(batchOf(change, change));
      }
      if (left.members.length + left.contributions.length > 0) throw new Error('not all was heard');
    }
  }

  check(commands: readonly ClaimCommand[]): Promise<readonly ClaimAnswer[]> {
    return new CheckClaimAgainstCover(this.claims, USUAL_POLICY).handle(batchOf(...commands));
  }

  /** The claims as they lie in the database. */
  kept(commands: readonly ClaimCommand[]): Promise<readonly (Claim | null)[]> {
    return Promise.all(commands.map(({ claimId }) => this.claims.find(claimId)));
  }
}

interface What {
  readonly programme: Programme;
  readonly benefit: Benefit;
  readonly occurredOn: string;
  readonly place: number;
}
const WHAT: readonly What[] = [
  { programme: 'JKM', benefit: 'funeral', occurredOn: '2024-03-10', place: 0 },
  { programme: 'JKM', benefit: 'death-grant', occurredOn: '2024-03-10', place: 1 },
  { programme: 'JKK', benefit: 'accident-care', occurredOn: '2024-02-15', place: 1 },
];
const claimed = heard.flatMap(({ memberships }) =>
  WHAT.map(({ place, ...what }) => {
    const { membershipId } = memberships[place]!;
    const command = {
      claimId: randomUUID(),
      membershipId,
      regions: null,
      by: 'adjuster-1',
      cause: newCause(),
    };
    const rest = {
      personId: null,
      residence: null,
      description: null,
      documents: [],
      contentHash: 'content',
    };
    return { ...command, recordedAt: '2024-03-20T03:00:00.000Z', ...what, ...rest };
  }),
);

let inTurn: World;
let mixed: World;
beforeAll(async () => {
  [inTurn, mixed] = [new World(await openClaims()), new World(await openClaims())];
  await inTurn.hearInTurn();
  await mixed.hearMixed();
  for (const world of [inTurn, mixed]) await new SubmitClaim(world.claims).handle(batchOf(...claimed));
}, LONG_MS);
afterAll(async () => {
  await inTurn.opened.drop();
  await mixed.opened.drop();
});

const claimsOf = (answers: readonly ClaimAnswer[]) => answers.map(({ claim }) => claim);
const checksOf = (answers: readonly ClaimAnswer[]) =>
  answers.map(({ claim }) => (claim !== null && 'check' in claim ? claim.check : null));
const deciding = claimed.map((command) => ({
  ...command,
  decision: 'approved' as const,
  reasons: [],
  amountRupiah: command.benefit === 'accident-care' ? 1_500_000 : null,
}));

describe('what is decided', () => {
  it(
    'is the same in whichever order the two topics were heard, and once more changes nothing',
    async () => {
      const [first, other] = [await inTurn.check(claimed), await mixed.check(claimed)];
      const checks = checksOf(first);
      expect(checks.filter((check) => check === null)).toEqual([]);
      expect(checks.filter((check) => check?.cover).length).toBeGreaterThan(PERSONS / 4);
      expect(checks.filter((check) => check?.cover === null).length).toBeGreaterThan(PERSONS / 4);
      expect(checksOf(other)).toEqual(checks);
      expect(checksOf(await mixed.check(claimed))).toEqual(checks);
    },
    LONG_MS,
  );

  it(
    'is what lies in the database, and is decided so again from there',
    async () => {
      const answers = await inTurn.check(claimed);
      expect(await inTurn.kept(claimed)).toEqual(claimsOf(answers));
      const again = new World(inTurn.opened);
      expect(checksOf(await again.check(claimed))).toEqual(checksOf(answers));

      await mixed.check(claimed);
      const [decided, elsewhere] = [
        await new DecideClaimWhenChecked(again.claims, USUAL_POLICY).handle(batchOf(...deciding)),
        await new DecideClaimWhenChecked(mixed.claims, USUAL_POLICY).handle(batchOf(...deciding)),
      ];
      const kinds = decided.map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'happened').length).toBeGreaterThan(PERSONS / 4);
      expect(kinds.filter((kind) => kind === 'refused').length).toBeGreaterThan(PERSONS / 4);
      expect(elsewhere).toEqual(decided);
      expect(await mixed.kept(claimed)).toEqual(claimsOf(decided));
    },
    LONG_MS,
  );
});
