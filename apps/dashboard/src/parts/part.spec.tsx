import { describe, expect, it } from '@jest/globals';
import { renderToString } from 'preact-render-to-string';
import { askReading } from '../api/asks.js';
import type { Reading } from '../api/answers.js';
import { FetchFailed, type Failure } from '../api/failure.js';
import { useAnswer } from '../page/answers.js';
import { known, visitOf } from '../page/visit.example.js';
import { VisitProvider } from '../page/visit.js';
import { WhenThere } from './part.js';

const Applied = () => (
  <WhenThere of={useAnswer(askReading)}>{({ body }) => `${body.applied} are in the figures`}</WhenThere>
);

/** What is read where an answer came at an instant, and asking anew has failed since, for this reason. */
const readOn = (cameAt: string, failure: Failure | null, stands: 'still tried' | 'given up'): string => {
  const visit = visitOf([known(askReading, { applied: 12 } as Reading)], { language: 'en' });
  const query = visit.queries.getQueryCache().find({ queryKey: askReading.key })!;
  const reason = failure && new FetchFailed(failure);
  query.setState({
    dataUpdatedAt: Date.parse(cameAt),
    fetchFailureReason: reason,
    error: stands === 'given up' ? reason : null,
  });
  return renderToString(
    <VisitProvider value={visit}>
      <Applied />
    </VisitProvider>,
  ).replace(/<[^>]+>/g, ' ');
};

describe('a part that was shown', () => {
  it.each([
    ['busy', 'still tried', 'The service is busy.'],
    ['not-allowed', 'given up', 'This token does not cover the region or this part.'],
  ] as const)('stays, and says since when it was not refreshed: %s, %s', (failure, stands, why) => {
    const text = readOn('2024-12-16T17:00:00Z', failure, stands);
    expect(text).toContain('12 are in the figures');
    expect(text).toContain(`Not refreshed since 00:00:00 WIB. ${why}`);
  });

  it('says the day as well where that is not today', () =>
    expect(readOn('2024-12-16T16:59:59Z', 'busy', 'still tried')).toContain(
      'Not refreshed since 16 December 2024, 23:59:59 WIB.',
    ));

  it('says nothing where it could be asked for anew', () =>
    expect(readOn('2024-12-16T17:00:00Z', null, 'still tried').trim()).toBe('12 are in the figures'));
});
