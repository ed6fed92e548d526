import { addMonths, firstDayOf, lastDayOf } from '#libs/kernel';
import { describe, expect, it } from '@jest/globals';
import { forbids, notes } from '../../../apps/claims/src/domain/claim/check.js';
import { checkClaim } from '../../../apps/claims/src/domain/claim/claim.check.js';
import { EVIDENCE_KINDS } from '../../../apps/claims/src/domain/claim/evidence.js';
import { evolveCover, initialCover, type CoverFact } from '../../../apps/claims/src/domain/cover/cover.js';
import type { Findings } from '../../../apps/claims/src/domain/programmes/findings.js';
import { USUAL_POLICY } from '../../../apps/claims/src/domain/programmes/policy.js';
import { dayOf, utcText } from '../instants.js';
import { meansOf } from '../messages/sign-up-message.js';
import { puSavedRupiah } from '../money/rates.js';
import { Story } from '../story.js';
import { claimsOf, type PlannedClaim } from './claims.js';

const story = new Story({ seed: 7, scale: 0.1 });
const membershipId = 'membership-1';

/** What the claims service hears of the person's membership. */
const factsOf = (person: number): CoverFact[] => {
  const stated = story.life(person).enrolments[0]!;
  const { programmes, incomeRupiah } = meansOf(story, person, 0, stated);
  const registeredOn = dayOf(stated.signedUpAt);
  const terms = { segment: 'PU' as const, programmes, basisRupiah: incomeRupiah };
  const paid = stated.terms.map(({ from, months, settledAt }, index): CoverFact => {
    const contribution = {
      contributionId: `${index}`,
      segment: 'PU' as const,
      programmes,
      from: firstDayOf(from),
      through: lastDayOf(addMonths(from, months - 1)),
      eventCover: false,
      paidOn: dayOf(settledAt),
      recordedOn: dayOf(settledAt),
      saved: {
        JHT: months * puSavedRupiah(incomeRupiah, 'JHT'),
        JP: months * puSavedRupiah(incomeRupiah, 'JP'),
      },
    };
    return { type: 'contribution-paid', membershipId, contribution };
  });
  return [{ type: 'membership-registered', membershipId, registeredOn, terms, residence: null }, ...paid];
};

/** Findings as the service keeps them: the kind beside what was sent under its name. */
const foundIn = ({ findings }: PlannedClaim): Findings => {
  const [[kind, found]] = Object.entries(findings!) as [[string, object]];
  return kind === 'pension'
    ? ({ kind, averageWageRupiah: null, months: null, ...found } as Findings)
    : ({ kind, ...found } as Findings);
};

const checked = (claim: PlannedClaim) => {
  const { claimId, programme, benefit, occurredOn, person, submittedAt, checkedAt } = claim;
  const submission = {
    claimId,
    programme,
    benefit,
    occurredOn,
    membershipId,
    personId: 'person-1',
    submittedAt: utcText(submittedAt),
    residence: null,
    description: null,
    contentHash: '',
  };
  const evidence = EVIDENCE_KINDS.map((kind) => ({ kind, receivedOn: occurredOn, note: null }));
  const dossier = { submission, evidence, findings: foundIn(claim), accountToken: null };
  const cover = factsOf(person).reduce(evolveCover, initialCover);
  return checkClaim(
    { ...dossier, status: 'submitted' },
    { cover, others: [], accountSharedWith: 0, checkedOn: dayOf(checkedAt) },
    USUAL_POLICY,
  );
};

describe.each(['JHT', 'JP'] as const)('savings of the story: %s', (programme) => {
  const claims = [...claimsOf(story)].filter((claim) => claim.programme === programme);

  it('come to what the rules of the claims service make of them, by no rule forbidden or noted', () => {
    expect(claims.length).toBeGreaterThan(20);
    const found = claims.map((claim) => {
      const check = checked(claim);
      const { amount } = check;
      return [amount.kind === 'computed' ? amount.amountRupiah : null, forbids(check), notes(check)];
    });
    expect(found).toEqual(claims.map(({ amountRupiah }) => [amountRupiah, null, []]));
  });

  it('come in part from contributions of the story, and in part from the years before', () => {
    const lines = claims
      .map((claim) => checked(claim).amount)
      .flatMap((amount) =>
        amount.kind === 'computed' ? amount.calculation.map(({ label }) => label.split(/[ ,]/).at(0)) : [],
      );
    expect(lines.filter((label) => label === 'Brought')).toHaveLength(claims.length);
    expect(lines.filter((label) => label === 'Yield').length).toBeGreaterThan(claims.length);
  });
});
