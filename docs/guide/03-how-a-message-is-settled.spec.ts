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
import { startClaims } from './kit/claims-service.js';
import { hear } from './kit/heard.js';

let claims: Awaited<ReturnType<typeof startClaims>>;
beforeAll(async () => void (claims = await startClaims()), 60_000);
afterAll(() => claims.close(), 30_000);

const newMember = (personId: string = randomUUID()) => ({ personId, membershipId: randomUUID() });
type Member = ReturnType<typeof newMember>;

const isKnown = async ({ membershipId }: Member): Promise<boolean> => {
  const rows = await claims.database.query('select from member where membership_id = $1', [membershipId]);
  return rows.length > 0;
};

/** What is parked of a key, oldest first. */
const parkedOf = async (key: string) => {
  const waiting = await claims.parked.list({ after: null, limit: 1_000 });
  return waiting.filter((message) => message.key === key);
};

describe('a message', () => {
  it('has moved the position once its effect is there', async () => {
    const member = newMember();
    await claims.publish(outgoing(memberRegistered, member));
    await eventually(() => isKnown(member));
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
    const once = outgoing(memberRegistered, member, { sequence: 1 });
    const next = outgoing(memberChanged, { ...member, changes: { basis: 1_500_000 } }, { sequence: 2 });
    await claims.publish(once, once, next);
    await eventually(() => claims.verdicts('ignored:redelivery') > before);
    expect(await isKnown(member)).toBe(true);
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
    await eventually(() => isKnown(other));
    const parked = await eventually(async () => {
      const messages = await parkedOf(first.personId);
      return messages.length === 2 && messages;
    });
    expect(parked.map(({ reason }) => reason)).toEqual(['unreadable', 'behind-parked']);
    expect(await isKnown(second)).toBe(false);
  }, 60_000);

  it('that is parked is settled by an operator; what only waited behind it follows by itself', async () => {
    const first = newMember();
    const second = newMember(first.personId);
    await claims.publish(
      { ...outgoing(memberRegistered, first), value: '[]' },
      outgoing(memberRegistered, second),
    );
    const [unreadable] = await eventually(async () => {
      const messages = await parkedOf(first.personId);
      return messages.length === 2 && messages;
    });
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
    expect(await Promise.all([first, second].map(isKnown))).toEqual([true, true]);
    expect(await parkedOf(first.personId)).toEqual([]);
  }, 60_000);

  it('that comes before the one that it follows is refused, and waits', async () => {
    const member = newMember();
    await claims.publish(outgoing(memberChanged, { ...member, changes: {} }, { sequence: 2 }));
    const [early] = await eventually(async () => {
      const messages = await parkedOf(member.personId);
      return messages.length > 0 && messages;
    });
    expect(early).toMatchObject({ topic: membersTopic.name, reason: 'sequence-gap' });
  }, 60_000);
});
