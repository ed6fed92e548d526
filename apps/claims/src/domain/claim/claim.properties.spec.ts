import { jakartaDay, type Outcome } from '#libs/kernel';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { evolveCover, initialCover, type CoverFact } from '../cover/cover.js';
import type { SchoolYear } from '../programmes/findings.js';
import { USUAL_POLICY } from '../programmes/policy.js';
import { check, close, disburse, recordFindings, recordResult, reopen, submitClaim } from './claim.decide.js';
import { decideClaim } from './claim.decision.js';
import { grantOf } from './claim.granted.js';
import { evolveClaim, type Claim, type ClaimEvent, type Submission } from './claim.js';

const AT = '2024-08-01T03:00:00.000Z';
const CEILING_RUPIAH = 174_000_000;
/** Two persons are needed for a year of higher education and more, so that proposals come about too. */
const policy = { ...USUAL_POLICY, secondPersonFromRupiah: 12_000_000 };

const programmes = ['JKK', 'JKM'] as const;
/** Two memberships of one person: whoever works for a wage and has a business beside. */
const MEMBERSHIPS = { 'pu-1': 'PU', 'bpu-1': 'BPU' } as const;
type MembershipId = keyof typeof MEMBERSHIPS;

const paidMonth = (membershipId: MembershipId, month: string): CoverFact => ({
  type: 'contribution-paid',
  membershipId,
  contribution: {
    contributionId: `${membershipId} ${month}`,
    segment: MEMBERSHIPS[membershipId],
    programmes,
    from: `${month}-01`,
    through: `${month}-28`,
    eventCover: false,
    paidOn: `${month}-01`,
    recordedOn: `${month}-01`,
    saved: { JHT: 0, JP: 0 },
  },
});
const factsOf = (membershipId: MembershipId): CoverFact[] => [
  {
    type: 'membership-registered',
    membershipId,
    registeredOn: '2024-01-01',
    terms: { segment: MEMBERSHIPS[membershipId], programmes, basisRupiah: 5_000_000 },
    residence: null,
  },
  paidMonth(membershipId, '2024-02'),
  paidMonth(membershipId, '2024-03'),
];
const cover = [...factsOf('pu-1'), ...factsOf('bpu-1')].reduce(evolveCover, initialCover);

/**
 * What one person's heirs may claim: funerals of both programmes and memberships, scholarships year after year, and the
 * grant of a death by work that opens these.
 */
const WHAT = [
  { programme: 'JKM', benefit: 'funeral', membershipId: 'pu-1' },
  { programme: 'JKK', benefit: 'funeral', membershipId: 'pu-1' },
  { programme: 'JKM', benefit: 'funeral', membershipId: 'bpu-1' },
  ...Array.from(
    { length: 9 },
    (_, index) =>
      ({
        programme: 'JKK',
        benefit: 'scholarship',
        membershipId: index % 2 === 0 ? 'pu-1' : 'bpu-1',
      }) as const,
  ),
  { programme: 'JKK', benefit: 'death-grant', membershipId: 'pu-1' },
] as const;

const submissionOf = (place: number): Submission => ({
  claimId: `claim-${place}`,
  personId: 'person-1',
  ...WHAT[place]!,
  occurredOn: '2024-03-20',
  submittedAt: AT,
  residence: null,
  description: null,
  contentHash: `${place}`,
});

type Command = { readonly place: number } & (
  | { readonly do: 'submit' | 'check' | 'order' | 'close' | 'appeal' | 'pay' | 'return' | 'reject' }
  | { readonly do: 'approve'; readonly by: string; readonly amountRupiah: number | null }
  | { readonly do: 'find'; readonly years: readonly SchoolYear[] }
);

/** The claims of the person, and all that happened with them. */
class Desk {
  readonly claims = new Map<number, Claim>();
  readonly log: { readonly place: number; readonly event: ClaimEvent }[] = [];

  /** @param keep what a claim goes through between two commands */
  constructor(private readonly keep: (claim: Claim) => Claim) {}

  take(command: Command): void {
    const outcome = this.decide(command);
    if (outcome?.kind !== 'happened') return;
    for (const event of outcome.events) {
      this.claims.set(command.place, this.keep(evolveClaim(this.claims.get(command.place) ?? null, event)!));
      this.log.push({ place: command.place, event });
    }
  }

  private decide(command: Command): Outcome<ClaimEvent> | null {
    const { place } = command;
    const claim = this.claims.get(place) ?? null;
    if (command.do === 'submit') return submitClaim(submissionOf(place), [], claim, cover);
    return claim && this.decideOn(claim, command);
  }

  private decideOn(claim: Claim, command: Command): Outcome<ClaimEvent> | null {
    const others = [...this.claims.values()].filter((other) => other !== claim);
    const evidenced = { cover, others, accountSharedWith: 0, checkedOn: jakartaDay(AT) };
    const deciding = { reasons: [], amountRupiah: null, decidedAt: AT };
    const disbursements = 'disbursements' in claim ? claim.disbursements : [];
    const disbursementId = `transfer-${command.place}-${disbursements.length}`;
    const last = disbursements.at(-1)?.disbursementId ?? disbursementId;
    const money = { disbursementId: last, amountRupiah: grantOf(claim)?.amountRupiah ?? 0 };
    switch (command.do) {
      case 'find':
        return recordFindings({ kind: 'school-years', years: command.years }, claim, AT);
      case 'check':
        return check(claim, evidenced, policy);
      case 'approve': {
        const { by, amountRupiah } = command;
        const approving = { ...deciding, decision: 'approved', by, amountRupiah } as const;
        return decideClaim(approving, claim, evidenced, policy);
      }
      case 'reject': {
        const rejecting = { ...deciding, decision: 'rejected', reasons: ['event-not-insured'] } as const;
        return decideClaim({ ...rejecting, by: 'a' }, claim, evidenced, policy);
      }
      case 'appeal':
        return reopen('no', claim);
      case 'close':
        return close(claim);
      case 'order':
        return disburse({ disbursementId, orderedAt: AT }, claim);
      case 'pay':
        return recordResult({ status: 'paid', ...money, paidAt: AT }, claim, AT);
      case 'return':
        return recordResult({ status: 'returned', ...money, returnedAt: AT, reason: 'closed' }, claim, AT);
      default:
        return null;
    }
  }

  get granted() {
    return [...this.claims.values()].flatMap((claim) => grantOf(claim) ?? []);
  }
}

/** The grant of the death, which two persons approve. */
const DEATH = WHAT.length - 1;
const deathGranted: readonly Command[] = [
  { place: DEATH, do: 'submit' },
  { place: DEATH, do: 'check' },
  { place: DEATH, do: 'approve', by: 'a', amountRupiah: null },
  { place: DEATH, do: 'approve', by: 'b', amountRupiah: null },
];
const place = fc.nat(WHAT.length - 1);
const year: fc.Arbitrary<SchoolYear> = fc.record({
  child: fc.constantFrom('A', 'B', 'C'),
  birthDate: fc.constant('2005-01-01'),
  level: fc.constantFrom('primary', 'higher'),
  year: fc.constantFrom(2023, 2024),
  situation: fc.constant('studying'),
});
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    place,
    do: fc.constantFrom('submit', 'check', 'order', 'close', 'appeal', 'pay', 'return', 'reject'),
  }),
  fc.record({ place, do: fc.constant('check' as const) }),
  fc.record({
    place,
    do: fc.constant('approve' as const),
    by: fc.constantFrom('a', 'b'),
    amountRupiah: fc.option(fc.constantFrom(11_000_000, 90_000_000, 174_000_001)),
  }),
  fc.record({
    place,
    do: fc.constant('find' as const),
    years: fc.array(year, { minLength: 1, maxLength: 9 }),
  }),
);
/** The death is granted, every claim is there and was checked once; what is done with them then comes as it may. */
const commands = fc
  .array(command, { minLength: 40, maxLength: 200 })
  .map((list): Command[] => [
    ...deathGranted,
    ...WHAT.map((_, index): Command => ({ place: index, do: 'submit' })),
    ...WHAT.map((_, index): Command => ({ place: index, do: 'check' })),
    ...list,
  ]);

const asItIs = (claim: Claim): Claim => claim;
const after = (all: readonly Command[], keep = asItIs): Desk => {
  const desk = new Desk(keep);
  all.forEach((one) => desk.take(one));
  return desk;
};
const scholarshipsOf = ({ granted }: Desk): number[] =>
  granted.filter(({ benefit }) => benefit === 'scholarship').map(({ amountRupiah }) => amountRupiah);
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

/** What was paid less what came back. */
const netOf = ({ log }: Desk): number =>
  sum(
    log.map(({ event }) => {
      if (event.type === 'benefit-paid') return event.amountRupiah;
      return event.type === 'benefit-returned' ? -event.amountRupiah : 0;
    }),
  );

describe('whatever is done with a person’s claims, and in whatever order', () => {
  it('there is never a second funeral, and scholarships never exceed their ceiling', () => {
    let [funerals, most] = [0, 0];
    fc.assert(
      fc.property(commands, (all) => {
        const desk = after(all);
        const count = desk.granted.filter(({ benefit }) => benefit === 'funeral').length;
        const scholarshipsRupiah = sum(scholarshipsOf(desk));
        funerals += count;
        most = Math.max(most, scholarshipsRupiah);
        expect(count).toBeLessThanOrEqual(1);
        expect(scholarshipsRupiah).toBeLessThanOrEqual(CEILING_RUPIAH);
      }),
    );
    expect(funerals).toBeGreaterThan(0);
    expect(most).toBeGreaterThan(CEILING_RUPIAH / 2);
  });

  it('what is out is what was paid less what came back, and never more than what was approved', () => {
    let payments = 0;
    fc.assert(
      fc.property(commands, (all) => {
        const desk = after(all);
        const { claims, granted } = desk;
        const out = [...claims.values()]
          .filter((claim) => 'disbursements' in claim && claim.disbursements.at(-1)?.status === 'paid')
          .map((claim) => grantOf(claim)!.amountRupiah);
        payments += out.length;
        expect(netOf(desk)).toBe(sum(out));
        expect(netOf(desk)).toBeLessThanOrEqual(sum(granted.map(({ amountRupiah }) => amountRupiah)));
      }),
      { numRuns: 500 }, // of a hundred, some have not one that was paid
    );
    expect(payments).toBeGreaterThan(0);
  });

  it('what was approved is paid in the end, less what came back, and nothing twice', () => {
    let approved = 0;
    const each = (...steps: ('order' | 'pay' | 'return')[]): Command[] =>
      WHAT.flatMap((_, index) => steps.map((step): Command => ({ place: index, do: step })));
    fc.assert(
      fc.property(commands, (all) => {
        const open = all.filter((one) => one.do !== 'close');
        const paid = after([...open, ...each('order', 'pay', 'pay')]);
        const total = sum(paid.granted.map(({ amountRupiah }) => amountRupiah));
        approved += total;
        expect(netOf(paid)).toBe(total);
        expect(netOf(after([...open, ...each('order', 'pay', 'return', 'return')]))).toBe(0);
        expect(netOf(after([...open, ...each('order', 'pay', 'return', 'order', 'pay')]))).toBe(total);
      }),
    );
    expect(approved).toBeGreaterThan(0);
  });

  it('the same is decided on claims that were put away as text after each step and read again', () => {
    let decided = 0;
    const throughText = (claim: Claim): Claim => JSON.parse(JSON.stringify(claim)) as Claim;
    fc.assert(
      fc.property(commands, (all) => {
        const [held, read] = [after(all), after(all, throughText)];
        decided += held.granted.length;
        expect(read.log).toEqual(held.log);
        expect(read.claims).toEqual(held.claims);
      }),
    );
    expect(decided).toBeGreaterThan(0);
  });
});

describe('scholarships of one person', () => {
  it('are none while the grant of the death is only proposed', () => {
    const claimed: Command[] = [
      { place: 3, do: 'submit' },
      { place: 3, do: 'check' },
      { place: 3, do: 'approve', by: 'a', amountRupiah: 1_500_000 },
    ];
    expect(scholarshipsOf(after([...deathGranted.slice(0, -1), ...claimed]))).toEqual([]);
    expect(scholarshipsOf(after([...deathGranted, ...claimed]))).toEqual([1_500_000]);
  });

  it('pay each year of a child once', () => {
    const years = (from: number): SchoolYear[] =>
      ['A', 'B'].map((child) => ({
        child,
        birthDate: '2005-01-01',
        level: 'higher',
        year: from,
        situation: 'studying',
      }));
    const one = (at: number, when: number): Command[] => [
      { place: at, do: 'submit' },
      { place: at, do: 'find', years: years(when) },
      { place: at, do: 'check' },
      { place: at, do: 'approve', by: 'a', amountRupiah: null },
      { place: at, do: 'approve', by: 'b', amountRupiah: null },
    ];
    const all = [...deathGranted, ...one(3, 2023), ...one(4, 2024), ...one(5, 2024)];
    expect(scholarshipsOf(after(all))).toEqual([24_000_000, 24_000_000]);
  });

  it('stop there too where the amounts are entered, to the rupiah', () => {
    const entered = (at: number, amountRupiah: number): Command[] => [
      { place: at, do: 'submit' },
      { place: at, do: 'check' },
      { place: at, do: 'approve', by: 'a', amountRupiah },
      { place: at, do: 'approve', by: 'b', amountRupiah },
    ];
    const grantedAfter = (...all: Command[][]) =>
      scholarshipsOf(after([...deathGranted, ...all.flat()])).length;
    expect(grantedAfter(entered(3, CEILING_RUPIAH))).toBe(1);
    expect(grantedAfter(entered(3, CEILING_RUPIAH + 1))).toBe(0);
    expect(grantedAfter(entered(3, 100_000_000), entered(4, 74_000_000))).toBe(2);
    expect(grantedAfter(entered(3, 100_000_000), entered(4, 74_000_001))).toBe(1);
  });
});
