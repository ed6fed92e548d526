import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { allEvents, signUpsTopic } from '#libs/contracts';
import { MachineClock } from '#libs/kernel';
import { batchOf, type TestDatabase } from '#libs/testing';
import {
  eventsOf,
  newNik,
  openEnrollmentDatabase,
  pseudonyms,
  sent,
  signUp,
  storesOn,
  vault,
} from './support.js';

let db: TestDatabase;
let stores: ReturnType<typeof storesOn>;
beforeAll(async () => {
  db = await openEnrollmentDatabase();
  stores = storesOn(db.database);
});
afterAll(() => db.drop());

const take = (...commands: ReturnType<typeof sent>[]) => stores.registerMember.handle(batchOf(...commands));
const membershipIdOf = (outcome: Awaited<ReturnType<typeof take>>[number]) =>
  outcome.result.status === 'accepted' ? outcome.result.membershipId : null;

describe('a sign-up of somebody new', () => {
  const form = signUp({ submittedAt: '2024-12-01T23:59:00+07:00', startsOn: '2025-01-01' });
  let outcome: Awaited<ReturnType<typeof take>>[number];
  beforeAll(async () => {
    [outcome] = (await take(sent(form))) as [typeof outcome];
  });

  it('is accepted with numbers that belong together', () => {
    expect(outcome).toMatchObject({ kind: 'happened', answer: 'new', result: { outcome: 'registered' } });
    const result = outcome.result as { memberNumber: string; paymentCode: string };
    expect(result.memberNumber).toMatch(/^24\d{9}$/);
    expect(result.paymentCode).toBe(`88888${result.memberNumber}`);
  });

  it('is published: the member, how the member can be paid for, and the result', async () => {
    const membershipId = membershipIdOf(outcome);
    const events = await eventsOf(db.database, `membership/${membershipId}`, `sign-up/${form.signUpId}`);
    const personId = events[0]!.data['personId'];
    expect(events.map(({ topic, type, key, sequence }) => [topic, type, key, sequence])).toEqual([
      ['enrollment.members.v1', 'member-registered.v1', personId, 1],
      ['enrollment.payment-identities.v1', 'payment-identity-recorded.v1', membershipId, 1],
      ['enrollment.sign-up-results.v1', 'sign-up-accepted.v1', form.signUpId, 1],
    ]);
    expect(events[0]!.data).toEqual({
      membershipId,
      personId: expect.any(String),
      memberNumber: expect.any(String),
      paymentCode: expect.any(String),
      segment: 'BPU',
      programmes: ['JKK', 'JKM'],
      basis: 1_000_000,
      occupations: ['street-trader'],
      sex: 'female',
      birthYear: 1990,
      residence: '33.72.05.1011',
      channel: { kind: 'association', code: 'PKL-MANAHAN', campaign: null },
      payer: { kind: 'self', code: null },
      employer: null,
      eventCover: null,
      registeredOn: '2024-12-01',
      startsOn: '2025-01-01',
      signUpId: form.signUpId,
    });
    expect(events[1]!.data).toEqual({
      membershipId,
      personId,
      nikToken: pseudonyms.nikToken(form.person.nik),
      paymentCode: events[0]!.data['paymentCode'],
    });
    expect(events[2]!.data).toEqual({
      signUpId: form.signUpId,
      outcome: 'registered',
      membershipId,
      memberNumber: events[0]!.data['memberNumber'],
      paymentCode: events[0]!.data['paymentCode'],
      warnings: ['unknown-channel', 'unknown-agent'],
    });
    expect(events.map(({ recorded_at }) => recorded_at.toISOString())).toEqual(
      Array.from({ length: 3 }, () => '2024-12-01T16:59:00.000Z'),
    );
  });

  it('keeps what identifies the person in the vault alone, readable with the key', async () => {
    const [row] = await db.database.query<{ person_id: string; vault_key: Buffer; sealed: Buffer }>(
      'select person_id, vault_key, sealed from vault join person using (person_id) where membership_id = $1',
      [membershipIdOf(outcome)],
    );
    const key = vault.unwrap(row!.vault_key, row!.person_id);
    expect(vault.open(key, row!.sealed, membershipIdOf(outcome)!)).toEqual({
      nik: form.person.nik,
      fullName: 'Sri Rahayu',
      birthDate: '1990-08-17',
      mobile: '+6281200000000',
      email: null,
      address: 'Jl. Adi Sucipto 1',
      declaredIncome: 1_000_000,
    });
  });

  it('is found again with its result and its channel', async () => {
    expect(await stores.signUps.find(form.signUpId)).toEqual({
      channelCode: 'PKL-MANAHAN',
      residence: '33.72.05.1011',
      result: outcome.result,
    });
    expect(await stores.signUps.find(randomUUID())).toBeNull();
  });
});

describe('a repeat', () => {
  it('gets the same result and makes no second event, in a batch of its own or the same', async () => {
    const form = signUp();
    const first = await take(sent(form), sent(form));
    const second = await take(sent({ ...form, submittedAt: '2024-12-17T02:30:00Z' }, '2024-12-17T05:00:00Z'));
    expect([...first, ...second].map(({ answer }) => answer)).toEqual(['new', 'repeat', 'repeat']);
    expect(new Set([...first, ...second].map(membershipIdOf)).size).toBe(1);
    expect(second[0]).toMatchObject({ kind: 'ignored', reason: 'already-answered' });
    expect(await eventsOf(db.database, `sign-up/${form.signUpId}`)).toHaveLength(1);
  });

  it('of a refused sign-up is refused with the same reasons, and no second event', async () => {
    const form = signUp({ declaredIncome: 1, programmes: ['JP'] });
    const [first] = await take(sent(form));
    const [second] = await take(sent(form));
    expect(first).toMatchObject({
      answer: 'new',
      result: { status: 'refused', reasons: ['income-below-least', 'programme-not-offered'] },
    });
    expect(second).toMatchObject({ answer: 'repeat', result: first!.result });
    expect((await eventsOf(db.database, `sign-up/${form.signUpId}`)).map(({ type }) => type)).toEqual([
      'sign-up-refused.v1',
    ]);
  });

  it('with other content is refused once for each content, and the first result stands', async () => {
    const form = signUp();
    const other = (fullName: string) => sent({ ...form, person: { ...form.person, fullName } });
    const outcomes = [
      ...(await take(sent(form), other('Somebody Else'))),
      ...(await take(other('Somebody Else'))),
      ...(await take(other('A Third'), other('A Third'), sent(form))),
    ];
    expect(outcomes.map(({ kind, answer }) => [kind, answer])).toEqual([
      ['happened', 'new'],
      ['happened', 'id-reused'],
      ['ignored', 'id-reused'],
      ['happened', 'id-reused'],
      ['ignored', 'id-reused'],
      ['ignored', 'repeat'],
    ]);
    const events = await eventsOf(db.database, `sign-up/${form.signUpId}`);
    expect(events.map(({ type, sequence, data }) => [type, sequence, data['reasons'] ?? null])).toEqual([
      ['sign-up-accepted.v1', 1, null],
      ['sign-up-refused.v1', 2, ['sign-up-id-reused']],
      ['sign-up-refused.v1', 3, ['sign-up-id-reused']],
    ]);
    expect((await stores.signUps.find(form.signUpId))!.result).toEqual(outcomes[0]!.result);
  });
});

describe('a person with several sign-ups', () => {
  it('stays one person with one membership of a kind, also within a batch', async () => {
    const nik = newNik();
    const again = () => signUp({ person: { nik } });
    const inPu = signUp({
      person: { nik },
      segment: 'PU',
      employer: { code: 'NPP-1', name: 'A' },
      declaredIncome: 2_500_000,
    });
    const outcomes = [
      ...(await take(sent(again()), sent(again()), sent(inPu))),
      ...(await take(sent(again()))),
    ];
    expect(outcomes.map(({ result }) => result.status === 'accepted' && result.outcome)).toEqual([
      'registered',
      'already-member',
      'registered',
      'already-member',
    ]);
    expect(membershipIdOf(outcomes[1]!)).toBe(membershipIdOf(outcomes[0]!));
    expect(membershipIdOf(outcomes[3]!)).toBe(membershipIdOf(outcomes[0]!));
    const people = await db.database.query('select person_id from person where nik_token = $1', [
      pseudonyms.nikToken(nik),
    ]);
    expect(people).toHaveLength(1);
    const keys = await db.database.query<{
      person_id: string;
      vault_key: Buffer;
      membership_id: string;
      sealed: Buffer;
    }>(
      'select person_id, vault_key, membership_id, sealed from vault join person using (person_id) where nik_token = $1',
      [pseudonyms.nikToken(nik)],
    );
    expect(
      keys.map(
        (row) => vault.open(vault.unwrap(row.vault_key, row.person_id), row.sealed, row.membership_id).nik,
      ),
    ).toEqual([nik, nik]);
  });

  it('seals a later membership with the key that the person has', async () => {
    const nik = newNik();
    await take(sent(signUp({ person: { nik } })));
    const [later] = await take(sent(signUp({ person: { nik }, segment: 'PMI' })));
    const [row] = await db.database.query<{ person_id: string; vault_key: Buffer; sealed: Buffer }>(
      'select person_id, vault_key, sealed from vault join person using (person_id) where membership_id = $1',
      [membershipIdOf(later!)],
    );
    expect(
      vault.open(vault.unwrap(row!.vault_key, row!.person_id), row!.sealed, membershipIdOf(later!)!).nik,
    ).toBe(nik);
  });

  it('is one person even if many sign up at the same time', async () => {
    const nik = newNik();
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, () => take(sent(signUp({ person: { nik } })), sent(signUp()))),
    );
    expect(new Set(outcomes.map(([first]) => membershipIdOf(first!))).size).toBe(1);
    expect(
      outcomes.filter(
        ([first]) => first!.result.status === 'accepted' && first!.result.outcome === 'registered',
      ),
    ).toHaveLength(1);
  });

  it('may join again when the membership has ended', async () => {
    const nik = newNik();
    const [first] = await take(sent(signUp({ person: { nik } })));
    const id = membershipIdOf(first!)!;
    await stores.changeMembership.handle(
      batchOf({
        ...sent(signUp()),
        membershipId: id,
        asks: { kind: 'end', endedOn: '2024-12-17', reason: 'left' },
      }),
    );
    const [again] = await take(sent(signUp({ person: { nik } })));
    expect(again).toMatchObject({ result: { outcome: 'registered' } });
    expect(membershipIdOf(again!)).not.toBe(id);
  });
});

describe('the time of recording', () => {
  it('is the machine’s where no story is told, whatever the message says', async () => {
    const form = signUp({ submittedAt: '2031-01-01T00:00:00Z' });
    const started = new Date(Date.now()).toISOString();
    await storesOn(db.database, new MachineClock()).registerMember.handle(batchOf(sent(form)));
    const [event] = await eventsOf(db.database, `sign-up/${form.signUpId}`);
    expect(event!.recorded_at.toISOString() >= started).toBe(true);
    expect(event!.recorded_at.toISOString() < '2031').toBe(true);
  });

  it('never goes back for a sign-up', async () => {
    const form = signUp();
    await take(sent(form, '2024-12-10T00:00:00Z'));
    await take(sent({ ...form, residence: null }, '2024-12-09T00:00:00Z'));
    const events = await eventsOf(db.database, `sign-up/${form.signUpId}`);
    expect(events.map(({ recorded_at }) => recorded_at.toISOString())).toEqual([
      '2024-12-10T00:00:00.000Z',
      '2024-12-10T00:00:00.000Z',
    ]);
  });
});

describe('a dry run', () => {
  it('answers and stores nothing', async () => {
    const form = signUp();
    const tried = await stores.registerMember.tryOut(sent(form));
    expect(tried).toMatchObject({ answer: 'new', result: { status: 'accepted', outcome: 'registered' } });
    expect(await stores.signUps.find(form.signUpId)).toBeNull();
    expect(await eventsOf(db.database, `sign-up/${form.signUpId}`)).toEqual([]);
  });

  it('tells of a membership that there is', async () => {
    const nik = newNik();
    const [first] = await take(sent(signUp({ person: { nik } })));
    const tried = await stores.registerMember.tryOut(sent(signUp({ person: { nik } })));
    expect(tried.result).toMatchObject({ outcome: 'already-member', membershipId: membershipIdOf(first!) });
  });
});

describe('what identifies a person', () => {
  it('stands in no event and in no table but the vault', async () => {
    const nik = newNik();
    const person = {
      nik,
      fullName: 'Kanarya Pengintai',
      birthDate: '1990-08-17',
      mobile: '+62811998877665',
      email: 'kanarya@example.org',
      address: 'Jalan Kenari 77',
    };
    const extra = { note: person.fullName, channel: { nickname: person.fullName } };
    const form = signUp({ person, declaredIncome: 7_654_321 });
    const strange = {
      ...form,
      ...extra,
      channel: { ...form.channel, ...extra.channel },
      consent: { ...form.consent, ...extra },
    };
    await take({ ...sent(strange), eventId: `row-${nik}`, correlationId: nik, traceparent: nik });
    await take(sent(strange), sent({ ...strange, residence: null }));
    await take(sent(signUp({ person, declaredIncome: 7_654_321, programmes: ['JP'] })));
    await take(sent(signUp({ person, declaredIncome: 7_654_321 })));

    const tables = await db.database.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['event', 'vault', 'sign_up', 'membership']),
    );
    const secrets = [nik, 'Kanarya', '1990-08-17', '811998877665', 'kanarya@', 'Kenari', '7654321'];
    for (const { name } of tables) {
      const [row] = await db.database.query<{ text: string }>(
        `select coalesce(string_agg(t::text, ' '), '') as text from "${name}" t`,
      );
      for (const secret of secrets) expect(`${name}: ${row!.text.includes(secret)}`).toBe(`${name}: false`);
    }
  });
});

describe('what is published', () => {
  it('is what the contracts say, on topics of this service', async () => {
    const events = await eventsOf(db.database);
    expect(events.length).toBeGreaterThan(20);
    for (const { topic, type, key, subject, data } of events) {
      const contract = allEvents.find((one) => one.type === `id.cakupan.enrollment.${type}`)!;
      expect([topic, key, subject]).toEqual([
        contract.topic.name,
        contract.key(data),
        contract.subject(data),
      ]);
      expect(topic).not.toBe(signUpsTopic.name);
    }
  });
});
