import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CoverageView } from '../src/inbound/http/coverage/coverage-view.js';
import type { ContributionMessage, MemberMessage } from '../src/use-cases/facts-of-messages.js';
import { openCoverageApp } from './coverage-app.js';
import { Membership } from './story.js';

type App = Awaited<ReturnType<typeof openCoverageApp>>;
let reporting: App;

const MANAHAN = '33.72.05.1011';
const SUMBER = '33.72.05.1012';
const REGISTERED_AT = '2024-11-20T03:00:00Z';
const PAID_AT = '2024-12-01T02:00:00Z';

/** A neighbourhood of three levels: two RT in an RW, and the RW in the channel of the kelurahan. */
const village = { kind: 'village', code: 'KEL-MANAHAN', campaign: null } as const;
const rw = { kind: 'village', code: 'RW-3', campaign: null, partOf: ['KEL-MANAHAN'] } as const;
const rt = (number: number) => ({
  kind: 'village' as const,
  code: `RT-${number}`,
  campaign: null,
  partOf: ['RW-3', 'KEL-MANAHAN'],
});
const bank = { kind: 'bank', code: 'BANK-1', campaign: null } as const;

type Channel = NonNullable<Parameters<Membership['registered']>[1]>['channel'];

const told: { members: MemberMessage[]; contributions: ContributionMessage[] } = {
  members: [],
  contributions: [],
};
const join = (channel: object, membership = new Membership(), residence = MANAHAN): Membership => {
  const member = { channel: channel as NonNullable<Channel>, residence, registeredOn: '2024-11-20' };
  told.members.push(membership.registered(REGISTERED_AT, member));
  told.contributions.push(membership.paid(PAID_AT, '2024-12'));
  return membership;
};

beforeAll(async () => {
  reporting = await openCoverageApp();
  for (const channel of [rt(1), rt(1), rt(1), rt(2), rt(2), rw, village, bank]) join(channel);
  // whom two neighbourhoods signed up, and whom a bank signed up as well
  const both = join(rt(1));
  join(rt(2), new Membership(both.personId));
  join(bank, new Membership(join(rt(2)).personId));
  // a neighbour who lives elsewhere: RT is a channel, never a residence
  join(rt(1), new Membership(), SUMBER);
  await reporting.tell(told.members, told.contributions);
});
afterAll(() => reporting.close());

const ask = (path: string): Promise<CoverageView> => reporting.ask(`coverage?${path}`);
const parts = ({ rows }: CoverageView) =>
  Object.fromEntries(rows.map(({ part, persons }) => [part!, persons]));

describe('by=channel-code', () => {
  it.each(['active', 'registered', 'protected&graceMonths=2'])(
    'counts for a village whoever came by its neighbourhoods, each person once: %s',
    async (measure) => {
      const view = await ask(`region=33.72&by=channel-code&measure=${measure}`);
      expect(parts(view)).toEqual({
        'BANK-1': 2,
        'KEL-MANAHAN': 10,
        'RT-1': 5,
        'RT-2': 4,
        'RW-3': 9,
      });
      expect(view.total).toMatchObject({ persons: 11, sumOfParts: 30, overlap: 19 });
    },
  );

  it('goes by where people live, whatever the neighbourhood', async () => {
    expect(parts(await ask(`region=${SUMBER}&by=channel-code`))).toEqual({
      'KEL-MANAHAN': 1,
      'RT-1': 1,
      'RW-3': 1,
    });
    expect(
      (await ask('region=33.72.05&by=region')).rows.find(({ region }) => region === MANAHAN),
    ).toMatchObject({
      persons: 10,
    });
  });

  it('keeps filters to one and the same membership', async () => {
    expect(parts(await ask('region=33.72&by=channel-code&channel=bank'))).toEqual({ 'BANK-1': 2 });
    expect(parts(await ask('region=33.72&by=channel-code&channel=village'))).toEqual({
      'KEL-MANAHAN': 10,
      'RT-1': 5,
      'RT-2': 4,
      'RW-3': 9,
    });
  });

  it('takes no more of it when a membership ends', async () => {
    const leaver = join(rt(2));
    await reporting.tell([told.members.at(-1)!], [told.contributions.at(-1)!]);
    const now = async () => parts(await ask('region=33.72&by=channel-code&measure=registered'));
    expect(await now()).toMatchObject({ 'KEL-MANAHAN': 11, 'RW-3': 10, 'RT-2': 5 });
    await reporting.tell([leaver.ended('2024-12-10T03:00:00Z', '2024-12-10')]);
    expect(await now()).toMatchObject({ 'KEL-MANAHAN': 10, 'RW-3': 9, 'RT-2': 4 });
  });
});
