import type { ChannelKind } from '#libs/kernel';
import type { Chance } from '../chance/chance.js';
import { KECAMATAN } from '../places/kelurahan.js';

const numbered = (prefix: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${prefix}-${String(index + 1).padStart(2, '0')}`);

/** Codes of the channels of each kind. Aggregators: eleven, as many as were reported in 2015. */
export const CHANNEL_CODES: Readonly<Record<ChannelKind, readonly string[]>> = {
  aggregator: numbered('AGG', 11),
  bank: numbered('BANK', 5),
  kiosk: numbered('KIOSK', 14),
  app: ['APP'],
  web: ['WEB'],
  branch: ['BRANCH-SURAKARTA'],
  agent: numbered('AGENT', 60),
  association: [
    'PKL-MANAHAN',
    'PKL-NOTOHARJO',
    'PASAR-KLEWER',
    'PASAR-GEDE',
    'JUKIR-SOLO',
    'OJEK-PANGKALAN-SOLO',
    'BECAK-SOLO',
    'BATIK-LAWEYAN',
    'BATIK-KAUMAN',
    'SENIMAN-SOLO',
    'ATLET-SOLO',
    'NELAYAN-GAJAH-MUNGKUR',
  ],
  village: KECAMATAN.map(({ code }) => `KEC-${code}`),
  market: [
    'MARKET-KLEWER',
    'MARKET-GEDE',
    'MARKET-LEGI',
    'MARKET-NUSUKAN',
    'MARKET-NOTOHARJO',
    'MARKET-JONGKE',
  ],
  event: ['EVENT-BANJARSARI'],
  employer: [], // each employer is a channel of its own
  sponsor: ['SPONSOR-CSR-01', 'SPONSOR-CSR-02', 'SPONSOR-SERTAKAN'],
  government: ['GOV-SURAKARTA', 'GOV-DBHCHT'],
};

/** Associations by the job of their members; other jobs go by chance. */
const ASSOCIATIONS_OF: Readonly<Record<string, readonly string[]>> = {
  'street-trader': ['PKL-MANAHAN', 'PKL-NOTOHARJO'],
  'market-trader': ['PASAR-KLEWER', 'PASAR-GEDE'],
  'ojek-driver': ['OJEK-PANGKALAN-SOLO'],
  'parking-attendant': ['JUKIR-SOLO'],
  'becak-driver': ['BECAK-SOLO'],
  'batik-maker': ['BATIK-LAWEYAN', 'BATIK-KAUMAN'],
  musician: ['SENIMAN-SOLO'],
  athlete: ['ATLET-SOLO'],
  fisher: ['NELAYAN-GAJAH-MUNGKUR'],
};

export interface Channel {
  readonly kind: ChannelKind;
  readonly code: string;
  readonly agent: string | null;
  readonly campaign: string | null;
}

/** What a channel's code and campaign follow from. */
export interface SigningUp {
  readonly occupation: string;
  readonly residence: string | null;
  readonly campaign: string | null;
}

const KECAMATAN_LENGTH = '33.72.05'.length;

const codeOf = (
  kind: ChannelKind,
  { occupation, residence, campaign }: SigningUp,
  chance: Chance,
): string => {
  const drawn = chance.pick(CHANNEL_CODES[kind]);
  if (kind === 'association') return chance.pick(ASSOCIATIONS_OF[occupation] ?? [drawn]);
  if (kind === 'village') return residence === null ? drawn : `KEC-${residence.slice(0, KECAMATAN_LENGTH)}`;
  return kind === 'event' && campaign?.startsWith('FUN-RUN') ? 'EVENT-FUN-RUN-2015' : drawn;
};

const AGENTS = 240;

/** One of the channels of the kind; agents' own and kiosks' staff sign with a number. */
export const channelOf = (kind: ChannelKind, signingUp: SigningUp, chance: Chance): Channel => ({
  kind,
  code: codeOf(kind, signingUp, chance),
  agent: kind === 'agent' || kind === 'kiosk' ? `A-${chance.between(1, AGENTS)}` : null,
  campaign: signingUp.campaign,
});
