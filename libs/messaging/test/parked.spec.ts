import { createHash, randomInt, randomUUID } from 'node:crypto';
import type { ParkedMessage } from '#libs/kernel';
import { eventually } from '#libs/testing';
import { signUpsTopic } from '#libs/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { parkedFigures, parkedProbe } from '../src/parked/watch-parked.js';
import { bugs, cipher, letter, letters, startParkedApp, step } from './parked-app.js';

const NIK = '3372051708900001';
const wish = { by: 'an operator', note: null };
const errors: unknown[] = [];
const logged: unknown[] = [];
let service: Awaited<ReturnType<typeof startParkedApp>>;
let key: string;

beforeAll(async () => {
  service = await startParkedApp({
    log: (...said: unknown[]) => void logged.push(said),
    warn: (...said: unknown[]) => void logged.push(said),
    error: (message: unknown) => void errors.push(message),
  });
}, 60_000);
afterAll(() => service.close(), 30_000);
beforeEach(() => {
  key = randomUUID();
  bugs.clear();
  letters.length = 0;
});

const find = async (id: string): Promise<ParkedMessage> => (await service.parked.find(id, 'an operator'))!;

describe('an unreadable message from outside', () => {
  const broken = () => `{"letterId":"${key}","nik":"${NIK}","name":"Sri Rahayu"`;

  it('is corrected by somebody who cannot see the NIK, and goes through with those behind it', async () => {
    const { producer, parkedWhen, parked, isHeld, parkedOf } = service;
    await producer.send([letter(key, NIK, broken()), letter(key, '2'), letter(key, '3')]);
    const [first] = await parkedWhen(key, 3);
    expect((await parkedOf(key)).map(({ reason }) => reason)).toEqual([
      'unreadable',
      'behind-parked',
      'behind-parked',
    ]);
    const shown = await find(first!.id);
    expect(shown.content.value).toBe(`{"letterId":"${key}","nik":"[nik-1]","name":"Sri Rahayu"`);
    expect(shown.content.headers['ce_comment']).toBe('about [nik-1]');
    const stated = { by: 'an operator', note: 'the brace was missing' };
    expect(await parked.retry(first!.id, stated, { value: `${shown.content.value}}` })).toEqual({
      kind: 'retried',
      followed: 2,
      stoppedAt: null,
    });
    expect(letters.map(({ nik }) => nik)).toEqual([NIK, '2', '3']);
    expect(await isHeld(key)).toBe(false);
    const settled = await find(first!.id);
    expect(settled).toMatchObject({
      status: 'retried',
      settledBy: 'an operator',
      note: stated.note,
      retries: 1,
    });
    expect(settled.content.value).toBe(shown.content.value);
    expect(settled.correction).toMatchObject({ value: `${shown.content.value}}`, by: 'an operator' });
    await producer.send([letter(key, '4')]);
    await eventually(() => letters.length === 4);
  }, 60_000);

  it('is kept sealed: neither content nor headers nor corrections can be read at rest', async () => {
    const { producer, parkedWhen, parked, database } = service;
    await producer.send([letter(key, NIK, broken())]);
    const [first] = await parkedWhen(key, 1);
    expect(await parked.retry(first!.id, wish, { value: `${broken()} ` })).toMatchObject({
      kind: 'waiting',
      reason: 'unreadable',
    });
    const [row] = await database.query<{ text: string; bytes: string }>(
      `select t::text as text,
              encode(value, 'escape') || encode(corrected_value, 'escape') || headers::text as bytes
         from parked_message t where id = $1`,
      [first!.id],
    );
    for (const secret of [NIK, 'Sri Rahayu', 'about', Buffer.from(NIK).toString('base64').slice(0, 18)])
      expect(`${row!.text} ${row!.bytes}`).not.toContain(secret);
  }, 60_000);

  it("bears a person's number as its key, and nobody reads it: not at rest, not in a list, not in a log", async () => {
    const { producer, parkedWhen, parked, database, isHeld } = service;
    const nik = `337205170890${randomInt(1_000, 10_000)}`;
    const strange = letter(nik, '1');
    const headers = { ...strange.headers, ce_type: `id.cakupan.${nik}` };
    await producer.send([{ ...strange, headers }, letter(nik, '2'), letter(nik, '3')]);
    const rows = await parkedWhen(nik, 3);
    expect(rows.map(({ reason }) => reason)).toEqual(['unknown-type', 'behind-parked', 'behind-parked']);
    expect(await isHeld(nik)).toBe(true);
    expect(await parked.retry(rows[0]!.id, wish, { key: '[nik] and so on' })).toMatchObject({
      kind: 'waiting',
    });
    const stored = await database.query<{ text: string }>(
      `select t::text || coalesce(encode(key, 'escape'), '') || coalesce(encode(corrected_key, 'escape'), '') as text
         from parked_message t union all select h::text || encode(key_token, 'escape') from held_key h`,
    );
    const digest = createHash('sha256').update(nik).digest('hex');
    const hex = Buffer.from(nik).toString('hex');
    for (const { text } of stored) expect(text).not.toMatch(new RegExp(`${nik}|${hex}|${digest}|and so on`));
    const listed = await parked.list({ after: String(Number(rows[0]!.id) - 1), limit: 3 });
    expect(listed.map(({ key: shown }) => shown)).toEqual(['[nik]', '[nik]', '[nik]']);
    const shown = await find(rows[0]!.id);
    expect(shown).toMatchObject({
      key: '[nik]',
      content: { key: '[nik]' },
      correction: { key: '[nik] and so on' },
    });
    expect(shown.detail).toBe('id.cakupan.[nik-1]');
    expect(await parked.discard(rows[0]!.id, wish)).toEqual({
      kind: 'discarded',
      followed: 2,
      stoppedAt: null,
    });
    expect(letters.map(({ nik: text }) => text)).toEqual(['2', '3']);
    expect(await isHeld(nik)).toBe(false);
    expect(JSON.stringify([listed, shown, logged, errors])).not.toContain(nik);
  }, 60_000);

  it('stays parked with its new reason when the correction is not good enough, and keeps the correction', async () => {
    const { producer, parkedWhen, parked, isHeld } = service;
    await producer.send([letter(key, NIK, broken())]);
    const [first] = await parkedWhen(key, 1);
    const answer = await parked.retry(first!.id, wish, { value: '{"letterId":7}' });
    expect(answer).toMatchObject({ kind: 'waiting', reason: 'schema' });
    expect(await find(first!.id)).toMatchObject({ status: 'waiting', reason: 'schema', retries: 1 });
    expect(await isHeld(key)).toBe(true);
    expect(await parked.retry(first!.id, wish)).toMatchObject({ kind: 'waiting', reason: 'schema' });
    expect(
      await parked.retry(first!.id, wish, { value: `{"letterId":"${key}","nik":"[nik-1]"}` }),
    ).toMatchObject({
      kind: 'retried',
    });
    expect(letters).toEqual([{ letterId: key, nik: NIK }]);
  }, 60_000);

  it('holds back nothing without a key', async () => {
    const { producer, parked, database } = service;
    const mark = randomUUID();
    await producer.send([{ ...letter(key, NIK, `{"${mark}`), key: null as never, partition: 0 }]);
    const found = await eventually(async () => {
      const rows = await parked.list({ after: null, limit: 1_000 });
      return rows.find(({ key: theirs }) => theirs === null);
    });
    expect(await parked.discard(found.id, { by: 'an operator', note: 'nobody knows' })).toMatchObject({
      kind: 'discarded',
      followed: 0,
    });
    expect(await database.query('select from held_key where key_token is null')).toEqual([]);
  }, 60_000);

  it('is parked whatever it carries: a key longer than an index takes, a type with a NUL', async () => {
    const { producer, parkedWhen, parked } = service;
    const long = `${key}${'k'.repeat(5_000)}`;
    const strange = letter(long, '1');
    await producer.send([
      { ...strange, headers: { ...strange.headers, ce_type: 'a\u0000b' } },
      letter(long, '2'),
    ]);
    const rows = await parkedWhen(long, 2);
    expect(rows.map(({ reason }) => reason)).toEqual(['headers-missing', 'behind-parked']);
    expect(await parked.discard(rows[0]!.id, wish)).toMatchObject({ kind: 'discarded', followed: 1 });
    expect(letters).toEqual([{ letterId: long, nik: '2' }]);
    await producer.send([letter(long, '3')]);
    await eventually(() => letters.length === 2);
  }, 60_000);
});

describe('a gap in the sequence', () => {
  it('is refused again until it is filled, then goes through with what waited', async () => {
    const { producer, parkedWhen, parked, walkedOf, isHeld } = service;
    const wrong = `${key}-wrong`;
    await producer.send([step(key, 1), step(key, 2, { underKey: wrong }), step(key, 3), step(key, 4)]);
    const [gap, behind] = await parkedWhen(key, 2);
    const [missing] = await parkedWhen(wrong, 1);
    expect([missing!.reason, gap!.reason, behind!.reason]).toEqual([
      'key-mismatch',
      'sequence-gap',
      'behind-parked',
    ]);
    expect(await parked.retry(gap!.id, wish)).toMatchObject({ kind: 'waiting', reason: 'sequence-gap' });
    expect(await parked.retry(missing!.id, wish, { key })).toMatchObject({ kind: 'retried' });
    expect(await parked.retry(gap!.id, wish)).toEqual({ kind: 'retried', followed: 1, stoppedAt: null });
    expect(await walkedOf(key)).toEqual([1, 2, 3, 4]);
    expect([await isHeld(key), await isHeld(wrong)]).toEqual([false, false]);
  }, 60_000);
});

describe('an event that is discarded', () => {
  it('keeps its place: what comes behind it leaves no gap, and goes on', async () => {
    const { producer, parkedWhen, parked, walkedOf, isHeld } = service;
    await producer.send([step(key, 1), step(key, 2, { value: '{' }), step(key, 3)]);
    const [first] = await parkedWhen(key, 2);
    expect(await parked.discard(first!.id, wish)).toEqual({
      kind: 'discarded',
      followed: 1,
      stoppedAt: null,
    });
    await producer.send([step(key, 4)]);
    await eventually(async () => (await walkedOf(key)).length === 3);
    expect(await walkedOf(key)).toEqual([1, 3, 4]);
    expect(await isHeld(key)).toBe(false);
  }, 60_000);

  it('leaves the gap before it: what is missing there is still missing', async () => {
    const { producer, parkedWhen, parked } = service;
    await producer.send([step(key, 1), step(key, 3), step(key, 4)]);
    const [gap, behind] = await parkedWhen(key, 2);
    expect(await parked.discard(gap!.id, wish)).toMatchObject({ followed: 0, stoppedAt: behind!.id });
    expect(await find(behind!.id)).toMatchObject({ status: 'waiting', reason: 'sequence-gap' });
  }, 60_000);
});

describe('an event that came too early', () => {
  it('is not missed by what follows when it is discarded and sent again', async () => {
    const { producer, parkedWhen, parked, walkedOf } = service;
    await producer.send([step(key, 1), step(key, 3), step(key, 2)]);
    const [early] = await parkedWhen(key, 2);
    expect(await parked.discard(early!.id, wish)).toMatchObject({ followed: 1, stoppedAt: null });
    await producer.send([step(key, 4)]);
    const next = (await parkedWhen(key, 3)).at(-1)!; // with those that are settled
    expect(next.reason).toBe('sequence-gap');
    expect(await parked.discard(next.id, wish)).toMatchObject({ kind: 'discarded' });
    await producer.send([step(key, 3), step(key, 4)]);
    await eventually(async () => (await walkedOf(key)).length === 4);
    expect(await walkedOf(key)).toEqual([1, 2, 3, 4]);
  }, 60_000);
});

describe('a bug', () => {
  it('fails again until it is fixed', async () => {
    const { producer, parkedWhen, parked, walkedOf } = service;
    bugs.add(13);
    await producer.send([step(key, 13, { sequence: 1 }), step(key, 14, { sequence: 2 })]);
    const [first] = await parkedWhen(key, 2);
    expect(first!.reason).toBe('bug');
    expect(await parked.retry(first!.id, wish)).toMatchObject({ kind: 'waiting', reason: 'bug' });
    bugs.clear();
    expect(await parked.retry(first!.id, wish)).toMatchObject({ kind: 'retried', followed: 1 });
    expect(await walkedOf(key)).toEqual([13, 14]);
  }, 60_000);
});

describe('the order of a key', () => {
  it('lets nobody retry what waits behind another', async () => {
    const { producer, parkedWhen, parked, walkedOf } = service;
    await producer.send([step(key, 1, { value: '{' }), step(key, 2, { sequence: 1 })]);
    const [, behind] = await parkedWhen(key, 2);
    expect(await parked.retry(behind!.id, wish)).toEqual({ kind: 'not-done', reason: 'behind-parked' });
    expect(await walkedOf(key)).toEqual([]);
  }, 60_000);

  it('goes on until one is refused, which holds the key again', async () => {
    const { producer, parkedWhen, parked, parkedOf, walkedOf, isHeld } = service;
    await producer.send([
      step(key, 1, { value: '{' }),
      step(key, 2, { sequence: 1 }),
      step(key, 3, { value: '{' }),
      step(key, 4, { sequence: 2 }),
    ]);
    const [first, , third] = await parkedWhen(key, 4);
    const answer = await parked.discard(first!.id, { by: 'an operator', note: 'sent by mistake' });
    expect(answer).toEqual({ kind: 'discarded', followed: 1, stoppedAt: third!.id });
    expect(await parkedOf(key)).toMatchObject([
      { status: 'discarded', reason: 'unreadable', note: 'sent by mistake' },
      { status: 'retried' },
      { status: 'waiting', reason: 'unreadable' },
      { status: 'waiting', reason: 'behind-parked' },
    ]);
    expect(await isHeld(key)).toBe(true);
    expect(await parked.discard(third!.id, wish)).toMatchObject({ followed: 1, stoppedAt: null });
    expect(await walkedOf(key)).toEqual([2, 4]);
    expect(await isHeld(key)).toBe(false);
  }, 60_000);

  it('settles a message once', async () => {
    const { producer, parkedWhen, parked } = service;
    await producer.send([step(key, 1, { value: '{' })]);
    const [first] = await parkedWhen(key, 1);
    await parked.discard(first!.id, wish);
    const settled = { kind: 'not-done', reason: 'parked-settled' };
    expect(await parked.discard(first!.id, wish)).toEqual(settled);
    expect(await parked.retry(first!.id, wish)).toEqual(settled);
    const unknown = { kind: 'not-done', reason: 'not-found' };
    expect(await parked.retry('999999999', wish)).toEqual(unknown);
    expect(await parked.discard('999999999', wish)).toEqual(unknown);
    expect(await parked.find('999999999', 'an operator')).toBeNull();
  }, 60_000);

  it('applies what two operators retry at once one time', async () => {
    const { producer, parkedWhen, parked, walkedOf } = service;
    bugs.add(1);
    await producer.send([step(key, 1), step(key, 2), step(key, 3)]);
    const [first] = await parkedWhen(key, 3);
    bugs.clear();
    await Promise.all([parked.retry(first!.id, wish), parked.retry(first!.id, wish)]);
    await service.keeper.look();
    expect(await walkedOf(key)).toEqual([1, 2, 3]);
  }, 60_000);

  it('lists what waits page by page, oldest first, without contents', async () => {
    const { producer, parkedWhen, parked } = service;
    await producer.send([step(key, 1, { value: '{' }), step(key, 2), step(key, 3)]);
    const ids = (await parkedWhen(key, 3)).map(({ id }) => id);
    const after = String(BigInt(ids[0]!) - 1n);
    const page = await parked.list({ after, limit: 2 });
    expect(page.map(({ id }) => id)).toEqual(ids.slice(0, 2));
    expect(page[0]).toEqual({
      id: ids[0],
      topic: expect.stringContaining('test.steps'),
      partition: 0,
      offset: expect.any(Number),
      key,
      reason: 'unreadable',
      detail: '',
      parkedAt: expect.stringMatching(/^\d{4}-.*Z$/),
    });
  }, 60_000);

  it('lists number 1000000 behind 999999, and misses none at the turn of a page', async () => {
    const { producer, parkedWhen, parked, database } = service;
    await database.query(`select setval(pg_get_serial_sequence('parked_message', 'id'), 999997)`);
    await producer.send([step(key, 1, { value: '{' }), ...[2, 3, 4, 5].map((number) => step(key, number))]);
    await parkedWhen(key, 5);
    const first = await parked.list({ after: '999997', limit: 3 });
    const second = await parked.list({ after: first.at(-1)!.id, limit: 3 });
    expect([...first, ...second].map(({ id }) => id)).toEqual([
      '999998',
      '999999',
      '1000000',
      '1000001',
      '1000002',
    ]);
  }, 60_000);
});

describe('what looks after parked messages', () => {
  it('goes on where a process ended between the first of a key and those behind it', async () => {
    const { producer, parkedWhen, database, keeper, walkedOf, isHeld } = service;
    await producer.send([
      step(key, 1, { value: '{' }),
      step(key, 2, { sequence: 1 }),
      step(key, 3, { sequence: 2 }),
    ]);
    const [first] = await parkedWhen(key, 3);
    await keeper.look();
    expect(await walkedOf(key)).toEqual([]);
    await database.query(`update parked_message set status = 'discarded' where id = $1`, [first!.id]);
    await keeper.look();
    await keeper.look(); // a round may have been under way
    expect(await walkedOf(key)).toEqual([2, 3]);
    expect(await isHeld(key)).toBe(false);
  }, 60_000);

  it('holds nothing for a message that comes again after it was settled', async () => {
    const { producer, parkedWhen, parked, database, isHeld, walkedOf, transport } = service;
    await producer.send([step(key, 1, { value: '{' }), step(key, 2, { sequence: 1 })]);
    const [first] = await parkedWhen(key, 2);
    await parked.discard(first!.id, wish);
    const { heldLock, park } = await import('../src/consume/parking.js');
    const [row] = await database.query<{ topic: string; partition: number; log_offset: string }>(
      'select topic, partition, log_offset from parked_message where id = $1',
      [first!.id],
    );
    const reader = { consumer: service.consumer, topic: row!.topic, partition: row!.partition };
    await database.transaction(async (tx) => {
      await tx.lock([heldLock(reader)]);
      const incoming = {
        offset: BigInt(row!.log_offset),
        key: Buffer.from(key),
        value: null,
        headers: {},
        timestampMs: 0,
      };
      await park(tx, reader, [{ incoming, reason: 'unreadable', detail: '' }], cipher);
    });
    expect(await isHeld(key)).toBe(false);
    expect(await walkedOf(key)).toEqual([2]);
    expect(transport.tally.entries()).toContainEqual([row!.topic, 'discarded', expect.any(Number)]);
  }, 60_000);

  it('deletes inbound messages thirty days after they were settled, and no others', async () => {
    const { database, keeper, consumer } = service;
    const insert = (topic: string, offset: number, status: string, settled: string | null) =>
      database.query(
        `insert into parked_message (consumer, topic, partition, log_offset, headers, encrypted, reason, detail, status,
                                     settled_at)
         values ($1, $2, 0, $3, '{}', false, 'unreadable', '', $4, now() - $5::interval)`,
        [consumer, topic, offset, status, settled],
      );
    await insert(signUpsTopic.name, 1, 'retried', '30 days 1 minute');
    await insert(signUpsTopic.name, 2, 'discarded', '30 days 1 minute');
    await insert(signUpsTopic.name, 3, 'retried', '29 days 23 hours');
    await insert(signUpsTopic.name, 4, 'waiting', null);
    await insert('enrollment.members.v1', 5, 'discarded', '90 days');
    await keeper.look();
    await keeper.look();
    const left = await database.query<{ offset: number }>(
      `select log_offset::int as offset from parked_message where topic = any($1) order by log_offset`,
      [[signUpsTopic.name, 'enrollment.members.v1']],
    );
    expect(left.map(({ offset }) => offset)).toEqual([3, 4, 5]);
  }, 60_000);

  it('counts by topic and reason, and sounds the alarm over ten thousand', async () => {
    const { database, keeper, consumer } = service;
    const topic = `test.many-${key}`;
    const fill = (from: number, through: number) =>
      database.query(
        `insert into parked_message (consumer, topic, partition, log_offset, headers, encrypted, reason, detail)
         select $1, $2, 0, n, '{}', false, 'schema', '' from generate_series($3::int, $4::int) n`,
        [consumer, topic, from, through],
      );
    const look = async () => {
      await keeper.look();
      await keeper.look();
    };
    await look();
    const others = keeper.total();
    await fill(1, 10_000 - others);
    await look();
    expect(keeper.total()).toBe(10_000);
    const probe = parkedProbe(keeper);
    expect(probe.ready()).toEqual({ ok: true, detail: '10000 parked messages wait' });
    expect(errors).not.toContainEqual(expect.objectContaining({ total: expect.any(Number) }));
    await fill(10_001 - others, 10_001 - others);
    await look();
    expect(probe.ready()).toEqual({ ok: true, detail: 'alarm: 10001 parked messages wait, over 10000' });
    expect(errors.filter((error) => (error as { total?: number }).total === 10_001)).toHaveLength(1);
    const set: [object, number][] = [];
    const gauge = {
      set: (labels: object, value: number) => void set.push([labels, value]),
      reset: () => undefined,
    };
    parkedFigures({ gauge: (_metric, measure) => measure(gauge) }, keeper);
    expect(set).toContainEqual([{ topic, reason: 'schema' }, 10_001 - others]);
    await database.query('delete from parked_message where topic = $1', [topic]);
  }, 60_000);
});
