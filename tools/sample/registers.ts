import type { ChannelKind } from '#libs/kernel';
import { FUN_RUN_CHANNEL, FUN_RUN_DAYS, FUN_RUNS } from './fun-run.js';
import { CHANNEL_CODES } from './people/channels.js';
import { smallEmployers } from './messages/sign-up-message.js';
import type { Reference } from './references.js';
import type { Story } from './story.js';

const channel = (kind: ChannelKind, code: string): Reference => ({
  path: `/v1/channels/${code}`,
  content: { kind },
});

/** Every channel but the employers. Villages outside the city are left out: their codes get a warning, no more. */
const channels = (): Reference[] => [
  ...(Object.entries(CHANNEL_CODES) as [ChannelKind, readonly string[]][]).flatMap(([kind, codes]) =>
    codes.map((code) => channel(kind, code)),
  ),
  channel('event', FUN_RUN_CHANNEL),
];

/** Size and sector are left open: the obligations of an employer's size are not part of the story. */
const employer = (code: string, name: string): Reference[] => [
  channel('employer', code),
  { path: `/v1/employers/${code}`, content: { name, riskGroup: 'very-low' } },
];

const CAMPAIGNS: readonly Reference[] = [
  ...FUN_RUNS.map(({ campaign, reached }) => ({
    path: `/v1/events/${campaign}`,
    content: { name: 'Fun run di sebelas kota', channelCode: FUN_RUN_CHANNEL, ...FUN_RUN_DAYS, reached },
  })),
  {
    path: '/v1/events/BANJARSARI-2024',
    content: {
      name: 'Lomba-lomba Kecamatan Banjarsari',
      channelCode: 'EVENT-BANJARSARI',
      from: '2024-05-18',
      through: '2024-11-16',
    },
  },
];

/** What a branch office has entered with enrollment: channels, employers, those who pay for others, campaigns. */
export const registersOf = (story: Story): readonly Reference[] => [
  ...channels(),
  ...story.groups.flatMap(({ code, name, payer }) =>
    payer === 'employer'
      ? employer(code, name)
      : [{ path: `/v1/sponsors/${code}`, content: { kind: payer, name } }],
  ),
  ...smallEmployers().flatMap(({ code, name }) => employer(code, name)),
  ...CAMPAIGNS,
];
