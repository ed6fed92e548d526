import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findRoutesWithoutRule } from '#libs/http';
import { batchOf, type TestDatabase } from '#libs/testing';
import { RegistersController } from '../src/inbound/http/registers.controller.js';
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
    [RegistersController],
    [{ provide: RecordRegisterEntry, useValue: stores.recordEntry }],
  );
});
afterAll(async () => {
  await test.app.close();
  await db.drop();
});

const officer = { roles: ['officer'] };
const put = (path: string, body: object, claims: object = officer) =>
  test.ask(claims as never, 'PUT', `/v1/${path}`, body);
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
    const entry = { kind: 'association', name: 'Paguyuban PKL Manahan' };
    expect(await put(`channels/${code}`, entry)).toEqual({ status: 200, body: { code, ...entry } });
    expect((await put(`channels/${code}`, entry)).status).toBe(200);
    expect(await published(code)).toEqual([
      { type: 'channel-recorded.v1', sequence: 1, data: { code, kind: 'association' } },
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
