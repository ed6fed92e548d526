import { setTimeout as sleep } from 'node:timers/promises';
import { allTopics, type ServiceName } from '#libs/contracts';
import { SERVICES } from '../../stack/infrastructure/infrastructure.js';
import { Api, ApiProblem } from '../../simulator/api.js';
import { onDatabase } from '../inflict/data.js';
import type { World } from '../world/world.js';
import type { Lookout } from './lookout.js';
import { recover } from './recovery.js';
import type { Load } from '../load/load.js';

interface ParkedItem {
  readonly id: string;
  readonly topic: string;
  readonly key: string;
  readonly reason: string;
}

const ROUNDS_MAX = 30;
const PAUSE_MS = 1_000;
const PATIENCE_MS = 60_000;
const GAP = 'sequence-gap';

/** From the first event of the key on, its lane is published once more. */
const SEND_AGAIN = `
  with first as (
    select lane, transaction_id, position from event where topic = $1 and key = $2
    order by transaction_id, position limit 1
  )
  update relay_cursor as c set transaction_id = first.transaction_id, position = first.position - 1
  from first where c.lane = first.lane and (c.transaction_id, c.position) >= (first.transaction_id, first.position)`;

/** What a person did about messages that waited for others. */
export interface Care {
  readonly discarded: number;
  readonly rounds: number;
}

const writerOf = (topic: string): ServiceName =>
  allTopics.find(({ name }) => name === topic)!.writer as ServiceName;

/** An operator who does what the manual says about a gap: discards its head and has the writer send again. */
export class Operator {
  private constructor(
    private readonly world: World,
    private readonly apis: Readonly<Record<ServiceName, Api>>,
  ) {}

  static async for(world: World): Promise<Operator> {
    const { target } = world.evidence;
    const token = await target.token('operator');
    const apis = SERVICES.map((service) => [service, new Api(target.services[service][0]!, token)]);
    return new Operator(world, Object.fromEntries(apis) as Record<ServiceName, Api>);
  }

  /** Works until no message waits for a gap to be closed. */
  async closeGaps(lookout: Lookout, load: Load, perSecond: number): Promise<Care> {
    let discarded = 0;
    for (let rounds = 0; rounds < ROUNDS_MAX; rounds += 1) {
      await recover(load, lookout, { perSecond, withinMs: PATIENCE_MS });
      const parked = await lookout.parked();
      if (parked[GAP] === undefined) return { discarded, rounds };
      discarded += await this.round();
      await sleep(PAUSE_MS);
    }
    throw new Error(
      `after ${ROUNDS_MAX} rounds there were still gaps: ${JSON.stringify(await lookout.parked())}`,
    );
  }

  /** All heads first, so that what is sent again finds none of them in its way. */
  private async round(): Promise<number> {
    const heads = new Map<string, ParkedItem>();
    let discarded = 0;
    for (const service of SERVICES) {
      for (const item of await this.gapsOf(service)) {
        discarded += await this.discard(service, item);
        heads.set(`${item.topic} ${item.key}`, item);
      }
    }
    for (const { topic, key } of heads.values())
      await onDatabase(this.world.evidence.databases[writerOf(topic)], SEND_AGAIN, [topic, key]);
    return discarded;
  }

  private async gapsOf(service: ServiceName): Promise<ParkedItem[]> {
    const gaps: ParkedItem[] = [];
    for (let after = ''; ;) {
      const page = await this.apis[service].send<{ items: ParkedItem[]; next: string | null }>({
        method: 'GET',
        path: `/v1/parked${after}`,
      });
      gaps.push(...page.items.filter(({ reason }) => reason === GAP));
      if (page.next === null) return gaps;
      after = `?after=${encodeURIComponent(page.next)}`;
    }
  }

  /** It may have gone on by itself meanwhile. */
  private async discard(service: ServiceName, { id }: ParkedItem): Promise<number> {
    try {
      const body = { reason: 'out of order: all of its subject is sent again' };
      await this.apis[service].send({ method: 'POST', path: `/v1/parked/${id}/discard`, body });
      return 1;
    } catch (error) {
      if (error instanceof ApiProblem) return 0;
      throw error;
    }
  }
}
