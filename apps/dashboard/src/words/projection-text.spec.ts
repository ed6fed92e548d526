import { describe, expect, it } from '@jest/globals';
import { projectionText } from './projection-text.js';
import { shownIn } from './shown.js';

describe('when a target is reached, in words', () => {
  const open = { needed: 13_070, daysLeft: 14, projectedOn: '2026-03-01' };

  it.each([
    ['the day', {}, '1 March 2026'],
    ['the day of one without a last day', { daysLeft: null }, '1 March 2026'],
    ['the day while one day is left', { daysLeft: 1 }, '1 March 2026'],
    ['that it ended before', { daysLeft: 0 }, 'No days left, not reached'],
    ['that it is reached', { needed: 0, projectedOn: '2024-12-17' }, 'Reached'],
    ['that it is reached, though it ended', { needed: 0, daysLeft: 0 }, 'Reached'],
    ['that this pace never reaches it', { projectedOn: null }, 'Not at this pace'],
    ['nothing where it is not known what is missing', { needed: null, projectedOn: null }, '–'],
  ])('is %s', (_what, change, text) =>
    expect(projectionText({ ...open, ...change }, shownIn('en'))).toBe(text),
  );
});
