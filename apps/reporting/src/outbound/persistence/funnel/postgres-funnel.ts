import { CHANNEL_KINDS, lastDayReaching, type ChannelKind } from '#libs/kernel';
import type { Database } from '#libs/persistence';
import { UNMAPPED } from '../../../domain/coverage/terms.js';
import { COUNTRY, levelOf, type RegionTree } from '../../../domain/regions/region-tree.js';
import { Funnel, MONTHS_AFTER, type FunnelPart, type FunnelQuestion } from '../../../use-cases/funnel.js';
import { funnelSql } from './funnel-sql.js';

interface FunnelRow {
  readonly part: string | null;
  readonly signedUp: number;
  readonly firstPaid: number;
  readonly active3: number;
  readonly active6: number;
  readonly active12: number;
  readonly due3: number;
  readonly due6: number;
  readonly due12: number;
  readonly kept3: number;
  readonly kept6: number;
  readonly kept12: number;
  readonly eventCovered: number;
  readonly wentOn: number;
}

const partOf = (row: FunnelRow, { by }: FunnelQuestion): FunnelPart => ({
  part: by === 'channel' ? (CHANNEL_KINDS[Number(row.part)] ?? UNMAPPED) : row.part,
  signedUp: row.signedUp,
  firstPaid: row.firstPaid,
  activeAfter: { 3: row.active3, 6: row.active6, 12: row.active12 },
  retention: {
    3: { due: row.due3, kept: row.kept3 },
    6: { due: row.due6, kept: row.kept6 },
    12: { due: row.due12, kept: row.kept12 },
  },
  eventCovered: row.eventCovered,
  wentOn: row.wentOn,
});

/** The funnel in PostgreSQL: cells of regions of residence, regencies and the country. */
export class PostgresFunnel extends Funnel {
  constructor(
    private readonly database: Database,
    private readonly tree: RegionTree,
  ) {
    super();
  }

  override async parts(question: FunnelQuestion): Promise<readonly FunnelPart[]> {
    const { from, through, channel, channelCode, campaign, by, today } = question;
    const pairs = this.asked(question).flatMap((region) =>
      this.keysOf(region).map((key) => [key, region] as const),
    );
    const rows = await this.database.query<FunnelRow>(funnelSql(by), [
      pairs.map(([key]) => key),
      pairs.map(([, region]) => region),
      from,
      through,
      channel === null ? null : CHANNEL_KINDS.indexOf(channel as ChannelKind),
      channelCode,
      campaign,
      ...MONTHS_AFTER.map((months) => lastDayReaching(today, months)),
    ]);
    return rows.map((row) => partOf(row, question));
  }

  /** The regions whose memberships are told apart: those asked for, or what lies below them. */
  private asked({ regions, by }: FunnelQuestion): readonly string[] {
    if (by !== 'region') return regions;
    const unmappedToo = regions.includes(COUNTRY) ? [UNMAPPED] : [];
    return [...regions.flatMap((region) => this.tree.childrenOf(region)), ...unmappedToo];
  }

  /** Kept for regions of residence, regencies and the country: provinces and districts are added up. */
  private keysOf(region: string): readonly string[] {
    const isAddedUp = ['province', 'district'].includes(levelOf(region));
    return isAddedUp ? [region, ...this.tree.childrenOf(region)] : [region];
  }
}
