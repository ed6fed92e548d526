import { PROGRAMMES, type Day, type Programme } from '#libs/kernel';
import { storyUuid } from '../chance/chance.js';
import type { Seconds } from '../instants.js';
import type { Story } from '../story.js';
import { caseOf } from './cases.js';
import { claimantOf, CLAIMANTS } from './claimants.js';
import { partsIn, ranksOf, type Part } from './parts.js';

/** One benefit of a case, as an adjuster takes it through the claims service. */
export interface PlannedClaim extends Part {
  readonly claimId: string;
  /** The person, whose first sign-up led to the membership that is claimed on. */
  readonly person: number;
  readonly programme: Programme;
  readonly occurredOn: Day;
  readonly submittedAt: Seconds;
  readonly checkedAt: Seconds;
  readonly decidedAt: Seconds;
  readonly orderedAt: Seconds;
  readonly paidAt: Seconds;
}

const STEP_SECONDS = 1_800;
/** One death makes two. */
const PARTS_MAX = 2;

function* claimsOfCase(
  story: Story,
  programme: Programme,
  rank: number,
  parts: readonly Part[],
): Generator<PlannedClaim> {
  const { occurredOn, submittedAt, decidedAt, paidAt } = caseOf(story.seed, story.periods, programme, rank);
  const person = claimantOf(story, programme, rank);
  for (const [index, part] of parts.entries()) {
    yield {
      ...part,
      claimId: storyUuid(story.seed, 'claim', person * PARTS_MAX + index, submittedAt * 1_000),
      person,
      programme,
      occurredOn,
      submittedAt,
      checkedAt: submittedAt + STEP_SECONDS,
      decidedAt,
      orderedAt: decidedAt + STEP_SECONDS,
      paidAt,
    };
  }
}

/** All claims of a story, period by period and programme by programme. */
export function* claimsOf(story: Story): Generator<PlannedClaim> {
  for (const period of story.periods) {
    const parts = partsIn(story, period);
    for (const programme of PROGRAMMES) {
      const ranks = ranksOf(story, programme, period);
      for (const [index, ofCase] of parts.get(programme)!.entries())
        yield* claimsOfCase(story, programme, ranks[index]!, ofCase);
    }
  }
}

/** A membership that ends, with the person whose first sign-up led to it. */
export type PlannedEnding = { readonly person: number } & NonNullable<ReturnType<Story['life']>['ending']>;

/** Memberships that end by a death or a claim. */
export function* endingsOf(story: Story): Generator<PlannedEnding> {
  for (const { name, first, count } of story.cohorts) {
    if (!Object.values(CLAIMANTS).includes(name)) continue;
    for (let person = first; person < first + count; person += 1) {
      const { ending } = story.life(person);
      if (ending !== null) yield { person, ...ending };
    }
  }
}
