import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChangesView } from '../src/inbound/http/coverage/changes-view.js';
import type { CoverageView } from '../src/inbound/http/coverage/coverage-view.js';
import { openCoverageApp } from './coverage-app.js';
import { Membership } from './story.js';

type App = Awaited<ReturnType<typeof openCoverageApp>>;
let reporting: App;

const MANAHAN = '33.72.05.1011';
const SUKOHARJO = '33.11.07.2003';
const IN_TIME = '2024-12-01T02:00:00Z';
const registeredOn = '2024-11-20';
const REGISTERED = '2024-11-20T03:00:00Z';

const askChanges = (more = ''): Promise<ChangesView> =>
  reporting.ask(`coverage/changes?region=33.72&asOf=2024-12-17&sinceKnownOn=2024-12-17${more}`);
const askPersons = async (region: string, more: string): Promise<number> => {
  const { rows }: CoverageView = await reporting.ask(`coverage?region=${region}&asOf=2024-12-17${more}`);
  return rows[0]!.persons!;
};
const moving = ({ changes }: ChangesView) =>
  changes.flatMap(({ cause, gained, lost }) => (gained + lost > 0 ? [[cause, gained, lost]] : []));

/** Residents of Manahan in Solo: nine known by 17 December; what is told later changes what is known about that day. */
beforeAll(async () => {
  reporting = await openCoverageApp();
  const people = Array.from({ length: 12 }, () => new Membership());
  const registrations = people.map((each) =>
    each.registered(REGISTERED, { residence: MANAHAN, registeredOn }),
  );
  const paid = people.slice(0, 9).map((each) => each.paid(IN_TIME, '2024-12'));
  await reporting.tell(registrations, paid);
  const [reversed, moved, died, jobs] = people as [Membership, Membership, Membership, Membership];
  const late = people.slice(9, 12).map((each) => each.paid('2024-12-18T02:00:00Z', '2024-12'));
  const newcomer = new Membership();
  await reporting.tell(
    [
      moved.changed('2024-12-19T02:00:00Z', '2024-12-10', { residence: SUKOHARJO }),
      died.ended('2024-12-20T02:00:00Z', '2024-12-15', 'died'),
      jobs.changed('2024-12-20T03:00:00Z', '2024-12-10', { occupations: ['farmer'] }),
      newcomer.registered('2024-12-23T02:00:00Z', { residence: MANAHAN, registeredOn: '2024-12-16' }),
    ],
    [
      ...late,
      reversed.reversed('2024-12-20T02:00:00Z', paid[0]!.data['contributionId' as never]),
      newcomer.paid('2024-12-21T02:00:00Z', '2024-12'),
    ],
  );
});
afterAll(() => reporting.close());

describe('GET /v1/coverage/changes', () => {
  it('says by cause why Solo on 17 December is known otherwise now', async () => {
    const answer = await askChanges();
    expect(answer).toMatchObject({
      region: '33.72',
      asOf: '2024-12-17',
      measure: 'active',
      sinceKnownOn: '2024-12-17',
      knownOn: null,
      before: 9,
      after: 10,
      difference: 1,
    });
    expect(moving(answer)).toEqual([
      ['registered', 1, 0],
      ['paid-late', 3, 0],
      ['reversed', 0, 1],
      ['moved', 0, 1],
      ['ended', 0, 1],
    ]);
  });

  it('adds up to the figures themselves, whatever the two days of knowing are', async () => {
    for (const region of ['ID', '33', '33.72', '33.72.05', '33.11', '33.72,33.11', MANAHAN]) {
      for (const [since, known] of [
        ['2024-11-01', '2024-12-01'],
        ['2024-12-17', '2024-12-19'],
        ['2024-12-18', '2024-12-20'],
        ['2024-12-20', '2024-12-31'],
      ]) {
        const answer: ChangesView = await reporting.ask(
          `coverage/changes?region=${region}&asOf=2024-12-17&sinceKnownOn=${since}&knownOn=${known}`,
        );
        expect(answer.before).toBe(await askPersons(region, `&knownOn=${since}`));
        expect(answer.after).toBe(await askPersons(region, `&knownOn=${known}`));
        const sum = answer.changes.reduce((all, { persons }) => all + persons, 0);
        expect(sum).toBe(answer.after - answer.before);
      }
    }
  });

  it('tells of a filter what is so under it', async () => {
    const farmers = await askChanges('&occupation=farming');
    expect([farmers.before, farmers.after, moving(farmers)]).toEqual([0, 1, [['changed', 1, 0]]]);
    const registered = await askChanges('&measure=registered');
    expect([registered.before, registered.after]).toEqual([12, 11]);
  });

  it('has nothing to say about one day of knowing', async () => {
    const answer = await askChanges('&knownOn=2024-12-17');
    expect([answer.difference, moving(answer)]).toEqual([0, []]);
  });

  it('refuses days the wrong way round, days that are missing, and who may not ask', async () => {
    const status = async (path: string, token?: string | null) =>
      (await reporting.get(`coverage/changes?${path}`, token === undefined ? {} : { token })).status;
    expect(await status('sinceKnownOn=2024-12-18&knownOn=2024-12-17')).toBe(422);
    expect(await status('region=33.72')).toBe(400);
    expect(await status('region=99&sinceKnownOn=2024-12-17')).toBe(422);
    expect(await status('sinceKnownOn=2024-12-17', null)).toBe(401);
    const branch = await reporting.tokens.of(['analyst'], ['33.11']);
    expect(await status('region=33.72&sinceKnownOn=2024-12-17', branch)).toBe(403);
    expect(await status('region=33.11&sinceKnownOn=2024-12-17', branch)).toBe(200);
  });
});
