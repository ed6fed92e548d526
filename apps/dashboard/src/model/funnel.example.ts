import type { FunnelCounts } from '../api/answers.js';

/** Of 16,000 who were reached 2,200 signed up and nearly all paid for the event; six months later two were left. */
export const FUN_RUN: FunnelCounts = {
  reached: 16_000,
  signedUp: 2_200,
  firstPaid: 2_000,
  activeAfter: { 3: 11, 6: 2, 12: 2 },
  retention: {
    3: { due: 2_200, kept: 11, share: 0.005 },
    6: { due: 2_200, kept: 2, share: 0.0009 },
    12: { due: 0, kept: 0, share: null },
  },
  eventCover: { covered: 2_000, wentOn: 10, conversion: 0.005 },
};

/** A bank's members, who mostly stay. */
export const BANK: FunnelCounts = {
  reached: null,
  signedUp: 100,
  firstPaid: 90,
  activeAfter: { 3: 72, 6: 30, 12: 0 },
  retention: {
    3: { due: 80, kept: 72, share: 0.9 },
    6: { due: 60, kept: 30, share: 0.5 },
    12: { due: 0, kept: 0, share: null },
  },
  eventCover: { covered: 0, wentOn: 0, conversion: null },
};
