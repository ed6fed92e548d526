import type { IdentityReview, ReviewVerdict } from '../../domain/identity/identity-review.js';
import type { WaitingReview } from '../../use-cases/identity-reviews.js';
import type { Queries } from './queries.js';
import type { Doubt } from './sign-ups-in-hand.js';

const OPEN = `
  insert into identity_review (membership_id, person_id, differs, channel_code, residence, opened_at)
  select membership_id, person_id, string_to_array(differs, ' '), channel_code, residence, opened_at
    from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::timestamptz[])
         as t (membership_id, person_id, differs, channel_code, residence, opened_at)`;

/** Opens a review for each membership that was doubted. */
export const openReviews = async (db: Queries, doubts: readonly Doubt[]): Promise<void> => {
  if (doubts.length === 0) return;
  await db.query(OPEN, [
    doubts.map(({ membershipId }) => membershipId),
    doubts.map(({ personId }) => personId),
    doubts.map(({ differs }) => differs.join(' ')),
    doubts.map(({ channelCode }) => channelCode),
    doubts.map(({ residence }) => residence),
    doubts.map(({ openedAt }) => openedAt),
  ]);
};

const REVIEWS = `
  select membership_id as "membershipId", person_id as "personId", differs, channel_code as "channelCode", residence,
         opened_at as "openedAt", verdict
    from identity_review`;

type ReviewRow = Omit<WaitingReview, 'openedAt'> & { readonly openedAt: Date };

const reviewOf = (row: ReviewRow): WaitingReview => ({ ...row, openedAt: row.openedAt.toISOString() });

/** The reviews of memberships, settled ones too. */
export const loadReviews = async (
  db: Queries,
  membershipIds: readonly string[],
): Promise<Map<string, WaitingReview>> => {
  const rows = await db.query<ReviewRow>(`${REVIEWS} where membership_id = any($1::uuid[])`, [membershipIds]);
  return new Map(rows.map((row) => [row.membershipId, reviewOf(row)]));
};

/** A region and those in it; the country has no code in front of the others. */
const WAITING = `${REVIEWS}
   where verdict is null and (opened_at, membership_id) > ($2::timestamptz, $3::uuid)
     and ($1::text[] is null or exists (
           select from unnest($1::text[]) as own where own = 'ID' or starts_with(residence || '.', own || '.')))
   order by opened_at, membership_id limit $4`;

/** Those that wait behind a place in the queue. */
export const waitingReviews = async (
  db: Queries,
  regions: readonly string[] | null,
  after: { readonly openedAt: string; readonly membershipId: string },
  limit: number,
): Promise<readonly WaitingReview[]> =>
  (await db.query<ReviewRow>(WAITING, [regions, after.openedAt, after.membershipId, limit])).map(reviewOf);

/** The review as its rule sees it. */
export const reviewState = (review: WaitingReview | undefined): IdentityReview => {
  if (review === undefined) return { status: 'unknown' };
  return review.verdict === null
    ? { status: 'open', differs: review.differs }
    : { status: 'settled', verdict: review.verdict };
};

const SETTLE = `
  update identity_review r set verdict = t.verdict, settled_at = t.settled_at, settled_by = t.settled_by
    from unnest($1::uuid[], $2::text[], $3::timestamptz[], $4::text[]) as t (membership_id, verdict, settled_at, settled_by)
   where r.membership_id = t.membership_id`;

/** What was found out, when, and by whom. */
export interface Settled {
  readonly membershipId: string;
  readonly verdict: ReviewVerdict;
  readonly at: string;
  readonly by: string;
}

export const settleReviews = async (db: Queries, settled: readonly Settled[]): Promise<void> => {
  if (settled.length === 0) return;
  await db.query(SETTLE, [
    settled.map(({ membershipId }) => membershipId),
    settled.map(({ verdict }) => verdict),
    settled.map(({ at }) => at),
    settled.map(({ by }) => by),
  ]);
};
