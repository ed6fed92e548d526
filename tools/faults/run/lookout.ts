import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { ServiceName } from '#libs/contracts';
import { LogEnds } from './log-ends.js';
import { SERVICES } from '../../stack/infrastructure/infrastructure.js';
import type { Evidence } from '../check/check.js';

/** What is still to be done in a world. */
export interface Backlog {
  /** Messages that a service has yet to take. */
  readonly untaken: number;
  /** Events that a relay has yet to publish. */
  readonly unpublished: number;
  /** Events that a service's own account of what it has said has yet to take in: it tells of them by more events. */
  readonly unaccounted: number;
  /** Batches of steps and of the funnel that reporting has yet to add up. */
  readonly unrolled: number;
  /** Keys whose first parked message waits for nothing any more. */
  readonly unreleased: number;
}

const CLOSE_MS = 5_000;

const POSITIONS = 'select topic, partition, next_offset::text as position from consumer_position';

/** Lane by lane: joined, all that was ever published would be read each time. */
const behind = (cursor: string) => `
  select coalesce(sum(left_over.count), 0)::integer as count from ${cursor} as c, lateral (
    select count(*) as count from event as e
    where e.lane = c.lane and (e.transaction_id, e.position) > (c.transaction_id, c.position)) as left_over`;
const UNPUBLISHED = behind('relay_cursor');
const UNACCOUNTED = behind('log_cursor');

const UNROLLED = `
  select ((select count(*) from step_batch) + (select count(*) from funnel_batch))::integer as count`;

const UNRELEASED = `
  select count(*)::integer as count from (
    select distinct on (topic, partition, key_token) reason from parked_message
    where status = 'waiting' and key_token is not null order by topic, partition, key_token, log_offset
  ) as first where reason = 'behind-parked'`;

const PARKED = `
  select reason, count(*)::integer as count from parked_message where status = 'waiting' group by reason`;

interface Position {
  readonly topic: string;
  readonly partition: number;
  readonly position: string;
}

/** Looks into a world from outside, by the direct way, at what lies between its parts. */
export class Lookout {
  private readonly log: LogEnds;
  private readonly pools: Readonly<Record<ServiceName, pg.Pool>>;

  constructor({ kafka, databases }: Evidence) {
    this.log = new LogEnds(kafka);
    const poolOf = (service: ServiceName) => {
      const pool = new pg.Pool({ connectionString: databases[service], max: 1 });
      pool.on('error', () => undefined); // it is replaced at its next use
      return [service, pool];
    };
    this.pools = Object.fromEntries(SERVICES.map(poolOf)) as Record<ServiceName, pg.Pool>;
  }

  async backlog(): Promise<Backlog> {
    const [untaken, unpublished, unaccounted, unrolled, unreleased] = await Promise.all([
      this.untaken(),
      this.countAll(UNPUBLISHED),
      this.countAll(UNACCOUNTED),
      this.count('reporting', UNROLLED),
      this.countAll(UNRELEASED),
    ]);
    return { untaken, unpublished, unaccounted, unrolled, unreleased };
  }

  /** How many messages wait parked, by reason, in all services together. */
  async parked(): Promise<Readonly<Record<string, number>>> {
    const parked: Record<string, number> = {};
    for (const service of SERVICES) {
      for (const { reason, count } of await this.ask<{ reason: string; count: number }>(service, PARKED))
        parked[reason] = (parked[reason] ?? 0) + count;
    }
    return parked;
  }

  /** A connection that was lost may never say that it is closed. */
  async close(): Promise<void> {
    const closed = Promise.all([this.log.close(), ...SERVICES.map((service) => this.pools[service].end())]);
    await Promise.race([closed, sleep(CLOSE_MS)]);
  }

  /** Positions are read before the ends, so that what comes meanwhile is not overlooked. */
  private async untaken(): Promise<number> {
    const read = await Promise.all(SERVICES.map((service) => this.ask<Position>(service, POSITIONS)));
    const positions = read.flat();
    const endOf = await this.log.ends([...new Set(positions.map(({ topic }) => topic))]);
    return positions.reduce(
      (sum, { topic, partition, position }) => sum + endOf.get(`${topic}/${partition}`)! - Number(position),
      0,
    );
  }

  private async countAll(sql: string): Promise<number> {
    const counts = await Promise.all(SERVICES.map((service) => this.count(service, sql)));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  private async count(service: ServiceName, sql: string): Promise<number> {
    const [row] = await this.ask<{ count: number }>(service, sql);
    return row!.count;
  }

  private async ask<Row extends object>(service: ServiceName, sql: string): Promise<Row[]> {
    return (await this.pools[service].query<Row>(sql)).rows;
  }
}
