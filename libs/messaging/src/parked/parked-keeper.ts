import { allTopics } from '#libs/contracts';
import { DependencyUnavailable, type Database } from '#libs/persistence';
import { Logger, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { headOfParked } from './rows.js';
import type { SettleParked } from './settle-parked.js';
import { waitingIn, type Waiting } from './waiting.js';

const PERIOD_MS = 10_000;
/** More than this is no list that a person works through: something is wrong with a sender or with the program. */
export const WAITING_ALARM = 10_000;
/** As many as a transaction deletes without others noticing. */
const DELETED_AT_ONCE = 1_000;
const RELEASED_AT_ONCE = 100;
/** In whose name those follow that only waited for what was ahead of them. */
const BY_ITSELF = 'cakupan';

/** They carry what identifies persons. */
const INBOUND_TOPICS = allTopics
  .filter(({ writer }) => writer === 'channels' || writer === 'gateways')
  .map(({ name }) => name);

/** Keys whose first message has nothing wrong with it any more: what was ahead was settled, and nobody went on. */
const RELEASABLE = `
  select id::text from (
    select distinct on (topic, partition, key_token) id, reason from parked_message
     where consumer = $1 and status = 'waiting' and key_token is not null
     order by topic, partition, key_token, log_offset
  ) first where reason = 'behind-parked' limit ${RELEASED_AT_ONCE}`;

/** Thirty days after they are settled. */
const FORGET = `
  delete from parked_message where id = any(array(
    select id from parked_message
     where consumer = $1 and status <> 'waiting' and settled_at < now() - interval '30 days' and topic = any($2)
     limit ${DELETED_AT_ONCE})) returning id`;

/** Looks after what is parked: counts it, lets go on what waits for nothing, deletes what need not be kept. */
export class ParkedKeeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger('Parked');
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> | null = null;
  private stopped = false;
  private isAlarmed = false;
  /** What waits, by topic and reason, as last counted. */
  waiting: readonly Waiting[] = [];

  constructor(
    private readonly database: Database,
    private readonly consumer: string,
    private readonly settle: SettleParked,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.look(), PERIOD_MS);
    void this.look();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.looking;
  }

  /** All messages that wait. */
  total(): number {
    return this.waiting.reduce((sum, { count }) => sum + count, 0);
  }

  /** One round. Who asks while one is under way waits for that one. */
  look(): Promise<void> {
    this.looking ??= this.round().finally(() => (this.looking = null));
    return this.looking;
  }

  private async round(): Promise<void> {
    for (const part of [() => this.release(), () => this.forget(), () => this.count()]) {
      try {
        await part();
      } catch (error) {
        if (!(error instanceof DependencyUnavailable))
          this.log.error({ msg: 'what is parked could not be looked after', err: error });
      }
    }
  }

  private async count(): Promise<void> {
    this.waiting = await waitingIn(this.database, this.consumer);
    const total = this.total();
    const isAlarming = total > WAITING_ALARM;
    if (isAlarming && !this.isAlarmed) this.log.error({ msg: 'too many parked messages wait', total });
    if (!isAlarming && this.isAlarmed) this.log.log({ msg: 'parked messages are few again', total });
    this.isAlarmed = isAlarming;
  }

  private async release(): Promise<void> {
    for (let hasMoved = true; hasMoved && !this.stopped;) {
      hasMoved = false;
      const first = await this.database.query<{ id: string }>(RELEASABLE, [this.consumer]);
      for (const { id } of first) hasMoved = (await this.goOn(id)) || hasMoved;
    }
  }

  private async goOn(id: string): Promise<boolean> {
    const head = this.stopped ? null : await headOfParked(this.database, this.consumer, id);
    if (head === null) return false;
    const { followed } = await this.settle.goOn(head, { by: BY_ITSELF, note: null });
    return followed > 0;
  }

  private async forget(): Promise<void> {
    for (let deleted = DELETED_AT_ONCE; deleted === DELETED_AT_ONCE && !this.stopped;) {
      const rows = await this.database.query(FORGET, [this.consumer, INBOUND_TOPICS]);
      deleted = rows.length;
      if (deleted > 0) this.log.log({ msg: 'settled parked messages deleted', deleted });
    }
  }
}
