/**
 * How a message is settled.
 *
 * A listener (`apps/<service>/src/inbound/kafka`) is a sentence: these event types, this use case. What becomes of each
 * message is decided in one place, `libs/messaging/src/consume/settle.ts`, from what the use case answered:
 *
 * - happened, or ignored (with a reason, which is counted): the position goes behind it;
 * - refused, or it cannot be read at all: it is parked, whole, with its reason. Later messages of its key queue behind
 *   it; those of other keys go on;
 * - the program fails on it: the batch is halved until the message stands alone, and that one is parked as a bug;
 * - the database or the broker is away: nothing is parked and nothing is lost, the partition waits.
 *
 * The position is a row in the database of the service. It moves in the transaction of the effect, so a process that is
 * killed in between has done neither, and one that lost the partition to another cannot do both. Kafka may deliver a
 * message twice all the same (a writer was not told that it was taken): events carry the version of their subject, and
 * one that is not above the last one taken is ignored.
 *
 * The example is the service of claims, which keeps a copy of everyone's cover from what enrollment tells.
 */
import { randomUUID } from 'node:crypto';
import { memberChanged, memberRegistered, membersTopic } from '#libs/contracts';
import { eventually, outgoing } from '#libs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { membershipOf } from '../../apps/claims/src/domain/cover/cover.js';
import { loadCovers } from '../../apps/claims/src/outbound/persistence/cover-rows.js';
import { startClaims } from './kit/claims-service.js';
import { hear } from './kit/heard.js';

let claims: Awaited<ReturnType<typeof startClaims>>;
beforeAll(async () => void (claims = await startClaims()), 60_000);
afterAll(() => claims.close(), 30_000);

const newMember = (personId: string = randomUUID()) => ({ personId, membershipId: randomUUID() });
type Member = ReturnType<typeof newMember>;

/** The version of the membership up to which claims has taken what enrollment tells; nought for none. */
const takenOf = async ({ personId, membershipId }: Member): Promise<number> => {
  const covers = await claims.database.transaction((tx) => loadCovers(tx, [personId]));
  return membershipOf(covers.get(personId)!, membershipId).taken.members;
};

/** What waits of a key, oldest first. */
const parkedOf = (key: string) =>
  claims.database.query<{ id: string; reason: string }>(
    `select id::text, reason from parked_message where key = $1 and status = 'waiting' order by log_offset`,
    [Buffer.from(key)],
  );

const parkedWhen = (key: string, count: number) =>
  eventually(async () => {
    const waiting = await parkedOf(key);
    return waiting.length === count && waiting;
  });

describe('a message', () => {
  it('has moved the position once its effect is there', async () => {
    const member = newMember();
    await claims.publish(outgoing(memberRegistered, member));
    await eventually(async () => (await takenOf(member)) === 1);
    const heard = await hear(claims.kafka, membersTopic.name, `membership/${member.membershipId}`);
    await eventually(() => heard.length > 0);
    const [{ partition, offset }] = heard as [(typeof heard)[number]];
    const [row] = await claims.database.query<{ next_offset: string }>(
      'select next_offset from consumer_position where topic = $1 and partition = $2',
      [membersTopic.name, partition],
    );
    expect(BigInt(row!.next_offset)).toBeGreaterThan(offset);
  }, 60_000);

  it('is taken once, however often it is delivered', async () => {
    const member = newMember();
    const before = claims.verdicts('ignored:redelivery');
    const first = outgoing(memberRegistered, member, { sequence: 1 });
    const second = outgoing(memberChanged, { ...member, changes: { basis: 1_500_000 } }, { sequence: 2 });
    await claims.publish(first, first, second);
    await eventually(async () => (await takenOf(member)) === 2);
    await eventually(() => claims.verdicts('ignored:redelivery') > before);
    expect(await parkedOf(member.personId)).toEqual([]);
  }, 60_000);

  it('that cannot be read is parked, and holds back its key alone', async () => {
    const [first, other] = [newMember(), newMember()];
    const second = newMember(first.personId);
    await claims.publish(
      { ...outgoing(memberRegistered, first), value: '{ "membershipId": ' },
      outgoing(memberRegistered, second),
      outgoing(memberRegistered, other),
    );
    await eventually(async () => (await takenOf(other)) === 1);
    const parked = await parkedWhen(first.personId, 2);
    expect(parked.map(({ reason }) => reason)).toEqual(['unreadable', 'behind-parked']);
    expect(await takenOf(second)).toBe(0);
  }, 60_000);

  it('that is parked is settled by an operator; what only waited behind it follows by itself', async () => {
    const first = newMember();
    const second = newMember(first.personId);
    await claims.publish(
      { ...outgoing(memberRegistered, first), value: '[]' },
      outgoing(memberRegistered, second),
    );
    const [unreadable] = await parkedWhen(first.personId, 2);
    const wish = { by: 'operator', note: 'enrollment sent it again' };
    expect(await claims.parked.retry(unreadable!.id, wish)).toMatchObject({
      kind: 'waiting',
      reason: 'schema',
    });
    const corrected = { value: JSON.stringify({ ...memberRegistered.example, ...first }) };
    expect(await claims.parked.retry(unreadable!.id, wish, corrected)).toMatchObject({
      kind: 'retried',
      followed: 1,
    });
    expect(await Promise.all([first, second].map(takenOf))).toEqual([1, 1]);
    expect(await parkedOf(first.personId)).toEqual([]);
  }, 60_000);

  it('that comes before the one that it follows is refused, and waits', async () => {
    const member = newMember();
    await claims.publish(outgoing(memberChanged, { ...member, changes: {} }, { sequence: 2 }));
    expect(await parkedWhen(member.personId, 1)).toMatchObject([{ reason: 'sequence-gap' }]);
    await claims.publish(outgoing(memberRegistered, member, { sequence: 1 }));
    const [early] = await parkedWhen(member.personId, 2);
    const wish = { by: 'operator', note: 'it is on its way again, behind the first' };
    expect(await claims.parked.discard(early!.id, wish)).toMatchObject({ kind: 'discarded', followed: 1 });
    expect(await takenOf(member)).toBe(1);
  }, 60_000);
});
