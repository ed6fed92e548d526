import type { FunnelCounts } from '../api/answers.js';

/** How far memberships may come, in this order; whoever came for an event may go on after it. */
export const MILESTONES = [
  'reached',
  'signedUp',
  'firstPaid',
  'after3',
  'after6',
  'after12',
  'wentOn',
] as const;
export type Milestone = (typeof MILESTONES)[number];

/** How many came so far, of those who could have; null is not known. */
export interface Stage {
  readonly milestone: Milestone;
  readonly count: number | null;
  readonly of: number | null;
  readonly share: number | null;
}

const stage = (milestone: Milestone, count: number | null, of: number | null): Stage => ({
  milestone,
  count,
  of,
  share: count === null || of === null || of === 0 ? null : count / of,
});

/**
 * The stages of a funnel. Who stayed is counted of those for whom the day months later has come, who went on after an event
 * of those who were covered for one; memberships that came for no event have no such stage.
 */
export const stagesOf = (counts: FunnelCounts): readonly Stage[] => {
  const { reached, signedUp, firstPaid, retention, eventCover } = counts;
  const after = ([3, 6, 12] as const).map((months) =>
    stage(`after${months}`, retention[months].kept, retention[months].due),
  );
  return [
    stage('reached', reached, null),
    stage('signedUp', signedUp, reached),
    stage('firstPaid', firstPaid, signedUp),
    ...after,
    ...(eventCover.covered > 0 ? [stage('wentOn', eventCover.wentOn, eventCover.covered)] : []),
  ];
};

/** Where the most fall away, and by how much the share falls there. */
export interface Loss {
  readonly from: Milestone;
  readonly to: Milestone;
  /**
   * The one share less the other: 0.4 is 40 percentage points. No share of anybody, as each share is of those who could have
   * come so far, who are fewer later on.
   */
  readonly fall: number;
  /** The share from which it falls. */
  readonly before: number;
}

/** From signing up on; of two alike the earlier. Null where nobody fell away, or nothing can be said yet. */
export const worstLoss = (counts: FunnelCounts): Loss | null => {
  const staying = stagesOf(counts)
    .filter(({ milestone }) => ['firstPaid', 'after3', 'after6', 'after12'].includes(milestone))
    .filter((each): each is Stage & { share: number } => each.share !== null);
  let before: { milestone: Milestone; share: number } = { milestone: 'signedUp', share: 1 };
  let worst: Loss | null = null;
  for (const { milestone, share } of staying) {
    const fall = before.share - share;
    if (fall > (worst?.fall ?? 0))
      worst = { from: before.milestone, to: milestone, fall, before: before.share };
    before = { milestone, share };
  }
  return worst;
};
