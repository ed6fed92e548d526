import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findRoutesWithoutRule } from '#libs/http';
import { batchOf, type TestDatabase } from '#libs/testing';
import { OccupationsController } from '../src/inbound/http/occupations.controller.js';
import { RegisterEntriesController } from '../src/inbound/http/register-entries.controller.js';
import { RegistersController } from '../src/inbound/http/registers.controller.js';
import { LookUpRegisterEntry } from '../src/use-cases/look-up-register-entry.js';
import { RecordRegisterEntry } from '../src/use-cases/record-register-entry.js';
import { openHttpApp, type TestApp } from './http-app.js';
import { eventsOf, openEnrollmentDatabase, sent, signUp, storesOn } from './support.js';

let db: TestDatabase;
let stores: ReturnType<typeof storesOn>;
let test: TestApp;
beforeAll(async () => {
  db = await openEnrollmentDatabase();
  stores = storesOn(db.database);
  test = await openHttpApp(
    [RegistersController, RegisterEntriesController, OccupationsController],
    [
      { provide: RecordRegisterEntry, useValue: stores.recordEntry },
      { provide: LookUpRegisterEntry, useValue: stores.lookUpEntry },
    ],
  );
});
afterAll(async () => {
  await test.app.close();
  await db.drop();
});

const officer = { roles: ['officer'] };
const put = (path: string, body: object, claims: object = officer) =>
  test.ask(claims as never, 'PUT', `/v1/${path}`, body);
const get = (path: string, claims: object = officer) => test.ask(claims as never, 'GET', `/v1/${path}`);
const newCode = () => `C-${randomUUID()}`;
const published = async (code: string) =>
  (await eventsOf(db.database, `register/${code}`)).map(({ type, sequence, data }) => ({
    type,
    sequence,
    data,
  }));

describe('the registers', () => {
  it('publish an entry without its name, once', async () => {
    const code = newCode();
    const always = { parent: null, from: null, through: null };
    const entry = { kind: 'association', name: 'Paguyuban PKL Manahan', contact: 'Pak RT' };
    expect(await put(`channels/${code}`, entry)).toEqual({
      status: 200,
      body: { code, ...entry, ...always },
    });
    expect((await put(`channels/${code}`, entry)).status).toBe(200);
    const data = { code, kind: 'association', ...always };
    expect(await published(code)).toEqual([{ type: 'channel-recorded.v1', sequence: 1, data }]);
    expect(await published(`channel/${code}`)).toEqual([
      { type: 'register-entry-recorded.v1', sequence: 1, data: { code, channel: data } },
    ]);
    expect(await get(`channels/${code}`)).toEqual({
      status: 200,
      body: { code, ...entry, ...always, parts: [] },
    });
  });

  it('stand apart on a topic of their own, which keeps one of each', async () => {
    const code = newCode();
    await put(`employers/${code}`, { riskGroup: 'low' });
    await put(`channels/${code}`, { kind: 'employer' });
    await put(`employers/${code}`, { riskGroup: 'high' });
    const entries = await eventsOf(
      db.database,
      `register/employer/${code}`,
      `register/channel/${code}`,
      `register/${code}`,
    );
    expect(entries.map(({ topic, key, sequence }) => [topic.split('.')[1], key, sequence])).toEqual([
      ['registers', code, 1],
      ['register-entries', `employer/${code}`, 1],
      ['registers', code, 2],
      ['register-entries', `channel/${code}`, 1],
      ['registers', code, 3],
      ['register-entries', `employer/${code}`, 2],
    ]);
  });

  it('count what is said of a code in any of them', async () => {
    const code = newCode();
    await put(`sponsors/${code}`, { kind: 'sponsor' });
    await put(`employers/${code}`, { riskGroup: 'low', size: 'small' });
    await put(`events/${code}`, { reached: 16_000, from: '2024-11-14', through: '2024-11-16' });
    await put(`sponsors/${code}`, { kind: 'government' });
    expect((await published(code)).map(({ type, sequence }) => [type, sequence])).toEqual([
      ['sponsor-recorded.v1', 1],
      ['employer-recorded.v1', 2],
      ['campaign-recorded.v1', 3],
      ['sponsor-recorded.v1', 4],
    ]);
  });

  it('put neighbourhoods below their village, and never in a ring', async () => {
    const [village, rw, rt] = [newCode(), newCode(), newCode()];
    const below = (parent: string | null) => ({ kind: 'village', parent });
    expect(await put(`channels/${rw}`, below(village))).toMatchObject({
      status: 422,
      body: { reasons: ['parent-unknown'], fields: [{ path: 'parent', reason: 'parent-unknown' }] },
    });
    await put(`channels/${village}`, { kind: 'village' });
    expect((await put(`channels/${rw}`, below(village))).status).toBe(200);
    expect((await put(`channels/${rt}`, below(rw))).status).toBe(200);
    expect((await put(`channels/${village}`, below(rt))).body).toMatchObject({
      reasons: ['parent-is-below'],
    });
    expect((await put(`channels/${rw}`, below(rw))).body).toMatchObject({ reasons: ['parent-is-below'] });
    expect((await get(`channels/${village}`)).body).toMatchObject({ parent: null, parts: [rw] });
    expect((await get(`channels/${rw}`)).body).toMatchObject({ parent: village, parts: [rt] });
    const [first, second] = [newCode(), newCode()];
    await Promise.all([first, second].map((code) => put(`channels/${code}`, { kind: 'village' })));
    const rings = await Promise.all([
      put(`channels/${first}`, below(second)),
      put(`channels/${second}`, below(first)),
    ]);
    expect(rings.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('say of whoever signs up what the channel is a part of, as it is just then', async () => {
    const [village, rw, rt] = [newCode(), newCode(), newCode()];
    await put(`channels/${village}`, { kind: 'village' });
    await put(`channels/${rw}`, { kind: 'village', parent: village });
    await put(`channels/${rt}`, { kind: 'village', parent: rw });
    const channelsOf = async (...codes: string[]) => {
      const forms = codes.map((code) => signUp({ channel: { kind: 'village', code } }));
      await stores.registerMember.handle(batchOf(...forms.map((form) => sent(form))));
      const events = await eventsOf(db.database);
      return forms.map(
        ({ signUpId }) => events.find(({ data }) => data['signUpId'] === signUpId)!.data['channel'],
      );
    };
    const channel = (code: string) => ({ kind: 'village', code, campaign: null });
    expect(await channelsOf(rt, rw, village, 'NOBODY-KNOWS')).toEqual([
      { ...channel(rt), partOf: [rw, village] },
      { ...channel(rw), partOf: [village] },
      channel(village),
      channel('NOBODY-KNOWS'),
    ]);
    await put(`channels/${rt}`, { kind: 'village', parent: village });
    expect(await channelsOf(rt)).toEqual([{ ...channel(rt), partOf: [village] }]);
  });

  it('know agents, sponsors, employers and events', async () => {
    const code = newCode();
    await put(`agents/${code}`, { channelCode: 'PKL-MANAHAN', from: '2024-01-01' });
    await put(`sponsors/${code}`, { kind: 'sponsor', personMonths: 6, regions: ['33.72'] });
    await put(`employers/${code}`, { size: 'small' });
    await put(`events/${code}`, { plannedReach: 20_000, place: '33.72.05' });
    expect((await get(`agents/${code}`)).body).toEqual({
      code,
      name: null,
      channelCode: 'PKL-MANAHAN',
      from: '2024-01-01',
      through: null,
    });
    expect((await get(`sponsors/${code}`)).body).toMatchObject({ personMonths: 6, regions: ['33.72'] });
    expect((await get(`employers/${code}`)).body).toMatchObject({ size: 'small', riskGroup: null });
    expect((await get(`events/${code}`)).body).toMatchObject({ plannedReach: 20_000, reached: null });
    expect((await get(`agents/${newCode()}`)).status).toBe(404);
    expect((await put(`events/${code}`, { from: '2024-11-16', through: '2024-11-14' })).body).toMatchObject({
      reasons: ['period-reversed'],
    });
  });

  it('list occupations with their group and sector', async () => {
    const { body } = await get('occupations');
    const occupations = body['occupations'] as unknown as { code: string; group: string; sector: string }[];
    expect(occupations.find((one) => one.code === 'parking-attendant')).toEqual({
      code: 'parking-attendant',
      group: 'day-and-casual-work',
      sector: 'services',
    });
  });

  it('say when a channel was closed, and whose agent it was: the sign-up is taken all the same', async () => {
    const [channel, agent] = [newCode(), newCode()];
    await put(`channels/${channel}`, { kind: 'kiosk', from: '2024-11-01', through: '2024-11-30' });
    await put(`agents/${agent}`, { channelCode: channel });
    const warningsOn = async (day: string, code = channel) => {
      const submittedAt = `${day}T09:00:00+07:00`;
      const form = signUp({ submittedAt, channel: { kind: 'kiosk', code, agent } });
      const [outcome] = await stores.registerMember.handle(batchOf(sent(form)));
      return outcome!.result.status === 'accepted' ? outcome!.result.warnings : outcome!.result;
    };
    expect(await warningsOn('2024-11-30')).toEqual([]);
    expect(await warningsOn('2024-12-01')).toEqual(['channel-closed']);
    expect(await warningsOn('2024-11-30', newCode())).toEqual(['unknown-channel', 'agent-of-other-channel']);
  });

  it('are for officers, and take what their classes say', async () => {
    expect(findRoutesWithoutRule(test.app)).toEqual([]);
    expect(
      (await put('channels/X', { kind: 'association' }, { roles: ['channel'], channel: 'X' })).status,
    ).toBe(403);
    expect((await put('channels/X', { kind: 'pigeon' })).status).toBe(400);
    expect((await put(`channels/${'x'.repeat(65)}`, { kind: 'bank' })).status).toBe(400);
    expect((await put('employers/X', { size: 'huge' })).status).toBe(400);
  });

  it('are what sign-ups are judged by', async () => {
    const [channel, employer] = [newCode(), newCode()];
    await put(`channels/${channel}`, { kind: 'employer' });
    await put(`employers/${employer}`, { size: 'large' });
    const form = signUp({
      channel: { kind: 'employer', code: channel },
      segment: 'PU',
      employer: { code: employer, name: 'PT Besar' },
    });
    const [small] = await stores.registerMember.handle(batchOf(sent(form)));
    expect(small!.result).toEqual({ status: 'refused', reasons: ['programme-not-offered'] });
    const whole = {
      ...form,
      signUpId: randomUUID(),
      programmes: ['JKK', 'JKM', 'JHT', 'JP'] as typeof form.programmes,
    };
    const [large] = await stores.registerMember.handle(batchOf(sent(whole)));
    expect(large!.result).toMatchObject({ status: 'accepted', warnings: [] });
  });
});
