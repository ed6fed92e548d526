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
    'SUPELTAS-SOLO',
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
  event: ['EVENT-BANJARSARI', 'EVENT-FUN-RUN-2015'],
  employer: ['EMPLOYER'],
  sponsor: ['SPONSOR-CSR-01', 'SPONSOR-CSR-02', 'SPONSOR-SERTAKAN'],
  government: ['GOV-SURAKARTA', 'GOV-DBHCHT'],
};

export interface Channel {
  readonly kind: ChannelKind;
  readonly code: string;
  readonly agent: string | null;
  readonly campaign: string | null;
}

const AGENTS = 240;

/** One of the channels of the kind; agents' own and kiosks' staff sign with a number. */
export const channelOf = (kind: ChannelKind, chance: Chance, campaign: string | null = null): Channel => ({
  kind,
  code: chance.pick(CHANNEL_CODES[kind]),
  agent: kind === 'agent' || kind === 'kiosk' ? `A-${chance.between(1, AGENTS)}` : null,
  campaign,
});
