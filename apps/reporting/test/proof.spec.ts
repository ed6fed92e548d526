import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { partitionOf } from '#libs/messaging';
import type { CoverageView } from '../src/inbound/http/coverage/coverage-view.js';
import type { ProofView } from '../src/inbound/http/proof/proof-view.js';
import type { ContributionMessage } from '../src/use-cases/facts-of-messages.js';
import { openProofWorld, type Logged } from './proof-world.js';
import { Membership } from './story.js';

type World = Awaited<ReturnType<typeof openProofWorld>>;
let world: World;
beforeEach(async () => void (world = await openProofWorld()));
afterEach(() => world.close());

const AT = '2024-12-01T02:00:00Z';
const TOPIC = 'contribution.contributions.v1';
const proof = (): Promise<ProofView> => world.reporting.ask('proof');

/** Memberships whose persons lie in one partition, so that their events follow each other. */
const neighbours = (many: number): readonly Membership[] => {
  const found: Membership[] = [];
  while (found.length < many) {
    const membership = new Membership();
    if (partitionOf(membership.personId) === 3) found.push(membership);
  }
  return found;
};
const payments = (many: number): readonly ContributionMessage[] =>
  neighbours(many).map((each) => each.paid(AT, '2024-12'));

/** Events that the owner wrote and the relay sent; what then becomes of the log is the test's affair. */
const written = async (messages: readonly ContributionMessage[]): Promise<readonly Logged[]> => {
  await world.append(messages);
  return (await world.sent()).filter(({ topic }) => topic === TOPIC);
};
const read = (messages: readonly Logged[]) => world.read(world.publish(messages));
const partition = ({ partitions }: ProofView) =>
  partitions.find((each) => each.topic === TOPIC && each.partition === 3)!;

describe('GET /v1/proof', () => {
  it('proves nothing before anything was read', async () => {
    const { proven, through, flaws, partitions } = await proof();
    expect([proven, through, flaws, partitions.length]).toEqual([false, null, [], 36]);
  });

  it('proves what was read against count and digest of its owner, and says until when', async () => {
    await read(await written(payments(5)));
    expect(await proof()).toMatchObject({ proven: false, through: null });
    await world.prove();
    const answer = await proof();
    expect(answer).toMatchObject({ proven: true, through: '2024-12-01T02:00:00.000Z', flaws: [], parked: 0 });
    const { applied, owner, proven, provenOffset, lag } = partition(answer);
    expect(applied).toEqual({ count: 5, digest: expect.stringMatching(/^[0-9a-f]{16}$/) });
    expect([owner, proven, provenOffset, lag]).toEqual([applied, applied, 4, 0]);
    expect(partition(answer).log).toEqual({ ...applied, copies: 0, strangers: 0 });
  });

  it('goes on batch by batch, over more events than one statement tells of', async () => {
    const messages = payments(2_300);
    for (let at = 0; at < messages.length; at += 700) {
      await read(await written(messages.slice(at, at + 700)));
      if (at < 1_400) await world.prove();
    }
    await world.prove();
    await world.prove();
    const answer = await proof();
    expect(answer).toMatchObject({ proven: true, flaws: [] });
    expect(partition(answer).proven.count).toBe(2_300);
    const left = await world.reporting.database.query(
      'select 1 from read_events union all select 1 from owner_statement',
    );
    expect(left).toHaveLength(0);
  });

  it('counts copies apart: what comes twice is no fault', async () => {
    const messages = await written(payments(4));
    const digests = [];
    for (const some of [messages.slice(0, 1), messages.slice(1), messages.slice(1)]) {
      await read(some);
      const { applied, log } = partition(await proof());
      digests.push({ applied: BigInt(`0x${applied!.digest}`), log: BigInt(`0x${log.digest!}`) });
    }
    await world.prove();
    const answer = await proof();
    expect(answer).toMatchObject({ proven: true, flaws: [] });
    expect(partition(answer)).toMatchObject({
      applied: { count: 4 },
      log: { count: 7, copies: 3, strangers: 0 },
    });
    const [one, all, again] = digests;
    expect([all!.log, again!.applied]).toEqual([all!.applied, all!.applied]);
    expect(again!.log).toBe(BigInt.asUintN(64, all!.applied + all!.applied - one!.applied));
  });

  it('proves events of before accounts were kept', async () => {
    const messages = await written(payments(3));
    await world.owner.query('update event set digest = null');
    await read(messages);
    await world.prove();
    expect(await proof()).toMatchObject({ proven: true });
  });

  it('is no proof while a message is set aside, and names what was given up', async () => {
    const messages = await written(payments(3));
    const stranger = { ...messages[0]!, key: Buffer.from('nobody'), value: Buffer.from('{') };
    await read([...messages, stranger]);
    await world.prove();
    expect(await proof()).toMatchObject({ proven: false, parked: 1, flaws: [] });
    await world.reporting.database.query(
      "update parked_message set status = 'discarded', settled_at = now()",
    );
    const waived = [{ topic: TOPIC, partition: 3, offset: 3, reason: 'unreadable' }];
    expect(await proof()).toMatchObject({ proven: true, parked: 0, waived });
  });

  it('is for analysts', async () => {
    expect((await world.reporting.get('proof', { token: null })).status).toBe(401);
    const channel = await world.reporting.tokens.of(['channel']);
    expect((await world.reporting.get('proof', { token: channel })).status).toBe(403);
  });

  it('is what every figure points to', async () => {
    const { links }: CoverageView = await world.reporting.ask('coverage?region=33.72');
    expect(links.proof).toBe('/v1/proof');
  });
});

describe('a fault between the owner and the figures', () => {
  const withChange = (messages: readonly Logged[], place: number, change: (message: Logged) => Logged) =>
    messages.map((message, at) => (at === place ? change(message) : message));

  it.each([
    ['is dropped', 'missing', (all: readonly Logged[]) => all.filter((_, at) => at !== 2)],
    [
      'has another amount',
      'changed',
      (all: readonly Logged[]) =>
        withChange(all, 2, (message) => {
          const data = JSON.parse(message.value!.toString());
          return { ...message, value: Buffer.from(JSON.stringify({ ...data, amount: data.amount + 1 })) };
        }),
    ],
    [
      'has one bit of its content flipped',
      'changed',
      (all: readonly Logged[]) =>
        withChange(all, 2, (message) => {
          const value = Buffer.from(message.value!.toString().replace('BPU', 'BPV'));
          return { ...message, value };
        }),
    ],
    [
      'is swapped with the next one',
      'swapped',
      (all: readonly Logged[]) => [...all.slice(0, 2), all[3]!, all[2]!, ...all.slice(4)],
    ],
    [
      'is there twice under another id',
      'doubled',
      (all: readonly Logged[]) => {
        const copy = all[2]!;
        const headers = {
          ...copy.headers,
          ce_id: Buffer.from('another'),
          ce_subject: Buffer.from('membership/x'),
        };
        return [...all.slice(0, 2), { ...copy, headers }, ...all.slice(2)];
      },
    ],
  ])('is found and located: an event %s', async (_what, kind, mutate) => {
    await read(mutate(await written(payments(6))));
    await world.prove();
    const answer = await proof();
    expect(answer.proven).toBe(false);
    expect(answer.flaws).toMatchObject([{ topic: TOPIC, partition: 3, kind, event: 3, offset: 2 }]);
  });

  it('is found and located: an offset is skipped', async () => {
    const logged = world.publish(await written(payments(6)));
    await world.read(logged.filter(({ offset }) => offset !== 2n));
    await world.prove();
    expect((await proof()).flaws).toMatchObject([
      { topic: TOPIC, partition: 3, kind: 'missing', event: 3, offset: 3 },
    ]);
  });

  it('is found when it is the last one that is lost, once it is overdue', async () => {
    await read((await written(payments(6))).slice(0, 5));
    await world.prove();
    expect((await proof()).flaws).toEqual([]);
    await world.reporting.database.query(
      "update owner_statement set heard_at = heard_at - interval '1 minute'",
    );
    const answer = await proof();
    expect(answer.proven).toBe(false);
    expect(answer.flaws).toMatchObject([{ kind: 'missing', event: 6, offset: null }]);
  });

  it('is found when the owner itself lost an event after writing it', async () => {
    const messages = await written(payments(6));
    await world.owner.query('update event set data = replace(data, $1, $2) where position = 3', [
      'BPU',
      'PU',
    ]);
    const { value } = messages[2]!;
    await read(
      withChange(messages, 2, (each) => ({
        ...each,
        value: Buffer.from(value!.toString().replace('BPU', 'PU')),
      })),
    );
    await world.prove();
    expect((await proof()).flaws).toMatchObject([{ kind: 'changed', event: 3, offset: 2 }]);
  });

  it('leaves what was proven before it proven, and the other partitions', async () => {
    await read(await written(payments(4)));
    await world.prove();
    await read((await written(payments(4))).filter((_, at) => at !== 1));
    await world.prove();
    const answer = await proof();
    expect(answer.proven).toBe(false);
    expect(partition(answer)).toMatchObject({ proven: { count: 5 }, provenOffset: 4 });
    expect(answer.flaws).toMatchObject([{ event: 6, offset: 5 }]);
  });
});
