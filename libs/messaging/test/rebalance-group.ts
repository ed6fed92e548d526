import { randomUUID } from 'node:crypto';
import { dropDatabase, eventually, freshDatabaseUrl } from '#libs/testing';
import { stepsInLog } from './rebalance-load.js';
import {
  appliedIn,
  newSteps,
  startMember,
  tellingRefusals,
  type Member,
  type MemberOptions,
  type Stepped,
} from './transport-kit.js';

export const PARTITIONS = 12;

/** Members of one consumer, with a topic and a database of their own. */
export class Group {
  readonly consumer = `rebalance-${randomUUID().slice(0, 8)}`;
  readonly url = freshDatabaseUrl('rebalance');
  /** Batches whose position another had moved. */
  refused = 0;
  private readonly members = new Set<Member>();

  private constructor(readonly stepped: Stepped) {}

  static async open(): Promise<Group> {
    return new Group(await newSteps('rebalance'));
  }

  async join(given: Partial<MemberOptions> = {}): Promise<Member> {
    const { url, consumer, stepped } = this;
    const between = given.database ?? ((database) => database);
    const member = await startMember({
      url,
      consumer,
      stepped,
      ...given,
      database: (database) => tellingRefusals(between(database), () => (this.refused += 1)),
    });
    this.members.add(member);
    return member;
  }

  async leave(member: Member): Promise<void> {
    this.members.delete(member);
    await member.close();
  }

  /** Once the positions are at the end of the log: what lies there and what was applied, by key, and what went wrong. */
  async settled(by: Member) {
    const ends = await by.kafka.ends([this.stepped.topic.name]);
    const end = ends.reduce((sum, { high }) => sum + high, 0n);
    await eventually(async () => {
      const rows = await by.database.query<{ position: string }>(
        'select sum(next_offset)::text as position from consumer_position',
      );
      return BigInt(rows[0]!.position) === end;
    });
    return {
      inLog: Number(end),
      log: await stepsInLog(by.kafka, this.stepped),
      applied: await appliedIn(by.database),
      errors: [...this.members].flatMap(({ fatal, bugs }) => [...fatal, ...bugs]),
    };
  }

  async close(): Promise<void> {
    await Promise.all([...this.members].map((member) => this.leave(member)));
    await dropDatabase(this.url);
  }
}

export const owned = ({ transport }: Member): number => transport.progress().length;

export const owns = ({ transport }: Member, partition: number): boolean =>
  transport.progress().some((one) => one.partition === partition);
