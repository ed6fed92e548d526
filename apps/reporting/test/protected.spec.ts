import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { REASONS } from '#libs/kernel';
import type { ChangesView } from '../src/inbound/http/coverage/changes-view.js';
import type { CoverageView } from '../src/inbound/http/coverage/coverage-view.js';
import type { SeriesView } from '../src/inbound/http/coverage/series-view.js';
import { openCoverageApp, TODAY } from './coverage-app.js';
import { Membership } from './story.js';

type App = Awaited<ReturnType<typeof openCoverageApp>>;
let reporting: App;
const ask = (more: string): Promise<CoverageView> =>
  reporting.ask(`coverage?region=33.72&measure=protected${more}`);
const persons = async (more: string) => (await ask(more)).total.persons;

const KNOWN = '2023-12-20T03:00:00Z';
const member = { registeredOn: '2023-12-20' };

/** Somebody who paid for January 2024, and perhaps for later months. */
const paying = (...months: readonly string[]) => {
  const membership = new Membership();
  return {
    membership,
    members: [membership.registered(KNOWN, member)],
    contributions: ['2024-01', ...months].map((month) => membership.paid('2024-01-05T03:00:00Z', month)),
  };
};

beforeAll(async () => {
  reporting = await openCoverageApp();
  const lapsed = paying();
  const late = paying('2024-03'); // February stays unpaid
  const left = paying();
  const event = new Membership();
  const contest = { months: [], from: '2024-01-10', through: '2024-01-31' };
  await reporting.tell(
    [
      ...lapsed.members,
      ...late.members,
      ...left.members,
      left.membership.ended('2024-02-10T03:00:00Z', '2024-02-11'),
      event.registered(KNOWN, member),
    ],
    [
      ...lapsed.contributions,
      ...late.contributions,
      ...left.contributions,
      event.paid('2024-01-05T03:00:00Z', '2024-01', contest),
    ],
  );
});
afterAll(() => reporting.close());

describe('protected', () => {
  it('are the active and those in the months of grace: through 29 February for cover through 31 January', async () => {
    expect(await persons('&graceMonths=1&asOf=2024-01-31')).toBe(4);
    expect(await persons('&graceMonths=1&asOf=2024-02-10')).toBe(3);
    expect(await persons('&graceMonths=1&asOf=2024-02-11')).toBe(2); // one membership has ended
    expect(await persons('&graceMonths=1&asOf=2024-02-29')).toBe(2);
    expect(await persons('&graceMonths=1&asOf=2024-03-01')).toBe(1);
  });

  it('count once where the next cover begins within the grace of the one before', async () => {
    expect(await persons('&graceMonths=3&asOf=2024-03-15')).toBe(2);
    expect(await persons('&graceMonths=3&asOf=2024-04-30')).toBe(2);
    expect(await persons('&graceMonths=3&asOf=2024-05-01')).toBe(1);
    expect(await persons('&graceMonths=3&asOf=2024-06-30')).toBe(1);
    expect(await persons('&graceMonths=3&asOf=2024-07-01')).toBe(0);
  });

  it('are the active without any month of grace', async () => {
    expect(await persons('&graceMonths=0&asOf=2024-02-10')).toBe(0);
    expect(await persons('&graceMonths=0&asOf=2024-03-10')).toBe(1);
  });

  it('have three months where none are named, and it is said that nobody is promised anything', async () => {
    const { measure, graceMonths, notice, total } = await ask('&asOf=2024-04-30');
    expect({ measure, graceMonths, persons: total.persons }).toEqual({
      measure: 'protected',
      graceMonths: 3,
      persons: 2,
    });
    expect(notice).toBe(REASONS['protected-is-no-entitlement']);
    const active: CoverageView = await reporting.ask('coverage?region=33.72&graceMonths=2');
    expect(active.graceMonths).toBe(0);
    expect(active).not.toHaveProperty('notice');
  });

  it('are cut and filtered as the contributions whose grace it is', async () => {
    const { rows } = await ask('&graceMonths=1&asOf=2024-02-20&by=programme&segment=BPU');
    expect(rows.map(({ part, persons: count }) => [part, count])).toEqual([
      ['JKK', 2],
      ['JKM', 2],
    ]);
    expect(await persons('&graceMonths=1&asOf=2024-02-20&segment=PU')).toBe(0);
  });

  it('are drawn day by day as they are asked for day by day', async () => {
    const series: SeriesView = await reporting.ask(
      'coverage/series?region=33.72&measure=protected&graceMonths=1&from=2024-01-30&through=2024-05-02',
    );
    expect(series.points).toHaveLength(94);
    for (const { on, persons: drawn } of series.points.filter((_, place) => place % 9 === 0))
      expect({ on, drawn }).toEqual({ on, drawn: await persons(`&graceMonths=1&asOf=${on}`) });
    expect(series.notice).toBe(REASONS['protected-is-no-entitlement']);
  });

  it('differ by what was learnt, and it adds up', async () => {
    const changes: ChangesView = await reporting.ask(
      'coverage/changes?region=33.72&measure=protected&graceMonths=3&asOf=2024-02-20&sinceKnownOn=2024-02-09',
    );
    expect(changes).toMatchObject({ graceMonths: 3, before: 3, after: 2, difference: -1 });
    expect(changes.changes.find(({ cause }) => cause === 'ended')).toMatchObject({ persons: -1 });
  });

  it('are for who has a token', async () => {
    const { status } = await reporting.get(`coverage?region=33.72&measure=protected&asOf=${TODAY}`, {
      token: null,
    });
    expect(status).toBe(401);
  });
});
