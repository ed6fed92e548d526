import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SignUpSubmitted } from '#libs/contracts';
import { findRoutesWithoutRule } from '#libs/http';
import { Ids, UuidV7Ids } from '#libs/kernel';
import { eventually, type TestDatabase } from '#libs/testing';
import { readRow } from '../src/inbound/files/read-row.js';
import { SignUpBatchesRunner } from '../src/inbound/files/sign-up-batches.runner.js';
import { COLUMNS } from '../src/inbound/files/columns.js';
import { SignUpBatchesController } from '../src/inbound/http/sign-up-batches.controller.js';
import { LookUpSignUpBatch } from '../src/use-cases/look-up-sign-up-batch.js';
import { ReceiveSignUpBatch } from '../src/use-cases/receive-sign-up-batch.js';
import { RegisterMembersOfBatch } from '../src/use-cases/register-members-of-batch.js';
import type { RegisterMemberWhenSignedUp } from '../src/use-cases/register-member-when-signed-up.js';
import { SignUpBatches } from '../src/use-cases/sign-up-batches.js';
import { openHttpApp, type TestApp } from './http-app.js';
import { eventsOf, openEnrollmentDatabase, signUp, storesOn } from './support.js';

/** A file of the tests is at its limit with these. */
const ROWS_MAX = 2_500;

let db: TestDatabase;
let stores: ReturnType<typeof storesOn>;
let test: TestApp;
beforeAll(async () => {
  db = await openEnrollmentDatabase();
  stores = storesOn(db.database);
  const { signUpBatches, registerMember } = stores;
  test = await openHttpApp(
    [SignUpBatchesController],
    [
      { provide: SignUpBatches, useValue: signUpBatches },
      { provide: ReceiveSignUpBatch, useValue: new ReceiveSignUpBatch(signUpBatches, ROWS_MAX) },
      {
        provide: RegisterMembersOfBatch,
        useValue: new RegisterMembersOfBatch(signUpBatches, registerMember),
      },
      { provide: LookUpSignUpBatch, useValue: new LookUpSignUpBatch(signUpBatches) },
      { provide: Ids, useValue: new UuidV7Ids() },
      SignUpBatchesRunner,
    ],
  );
});
afterAll(async () => {
  await test.app.close();
  await db.drop();
});

const NDJSON = 'application/x-ndjson';
const own = { roles: ['channel'], channel: 'PKL-MANAHAN' };
const at = '/v1/sign-up-batches';

const send = async (file: string | Buffer, type = NDJSON, claims: object = own) => {
  const headers = { ...(await test.bearer(claims as never)), 'content-type': type };
  const answer = await test.app.inject({ method: 'POST', url: at, headers, payload: file });
  return { status: answer.statusCode, body: answer.json<Record<string, never>>() };
};
const progressOf = async (id: string, claims: object = own) =>
  (await test.ask(claims as never, 'GET', `${at}/${id}`)).body as Record<string, unknown>;
const resultsOf = async (id: string) => {
  const answer = await test.app.inject({
    method: 'GET',
    url: `${at}/${id}/results`,
    headers: await test.bearer(own),
  });
  expect(answer.headers['content-type']).toBe(NDJSON);
  return answer.body
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};
/** Sends a file and waits until each row is answered. */
const imported = async (file: string | Buffer, type = NDJSON) => {
  const { status, body } = await send(file, type);
  expect([status, body]).toEqual([202, { batchId: expect.any(String), rows: expect.any(Number) }]);
  const id = String(body['batchId']);
  await eventually(async () => (await progressOf(id))['status'] === 'done');
  return { id, progress: await progressOf(id), results: await resultsOf(id) };
};

const ndjson = (...rows: (object | string)[]) =>
  rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n');
const cell = (form: SignUpSubmitted, column: string): string => {
  const value = column
    .split('.')
    .reduce<unknown>((inner, name) => (inner as Record<string, unknown> | null)?.[name], form);
  return Array.isArray(value) ? value.join(' ') : String(value ?? '');
};
const csv = (forms: readonly SignUpSubmitted[], columns = COLUMNS) =>
  [
    columns.join(','),
    ...forms.map((form) => columns.map((column) => `"${cell(form, column)}"`).join(',')),
  ].join('\r\n');
const countsOf = ({
  registered,
  alreadyMember,
  refused,
  malformed,
  failed,
  repeated,
}: Record<string, unknown>) => ({ registered, alreadyMember, refused, malformed, failed, repeated });
const none = { registered: 0, alreadyMember: 0, refused: 0, malformed: 0, failed: 0, repeated: 0 };

describe('a file of sign-ups', () => {
  it('is answered row by row, and no row stops another', async () => {
    const [first, last, tooOld, foreign] = [
      signUp(),
      signUp(),
      signUp({ declaredIncome: 1 }),
      signUp({ channel: { kind: 'bank', code: 'BANK-1' } }),
    ];
    const { progress, results } = await imported(
      ndjson(first, '', tooOld, '{"signUpId":', { ...signUp(), shoeSize: 41 }, foreign, first, last),
    );
    expect(progress).toMatchObject({ rows: 7, rowsDone: 7, secondsLeft: null });
    expect(countsOf(progress)).toEqual({ ...none, registered: 3, refused: 2, malformed: 2, repeated: 1 });
    expect(results.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(results[0]).toEqual({
      row: 1,
      signUpId: first.signUpId,
      status: 'accepted',
      outcome: 'registered',
      membershipId: expect.any(String),
      memberNumber: expect.stringMatching(/^24\d{9}$/),
      paymentCode: expect.any(String),
      warnings: ['unknown-channel', 'unknown-agent'],
      repeated: false,
    });
    expect(results[2]).toEqual({
      row: 3,
      signUpId: null,
      status: 'malformed',
      reasons: ['unreadable'],
      fields: [],
      repeated: false,
    });
    expect(results.slice(1)).toMatchObject([
      { signUpId: tooOld.signUpId, status: 'refused', reasons: ['income-below-least'] },
      { signUpId: null, status: 'malformed', reasons: ['unreadable'] },
      { status: 'malformed', fields: [{ path: 'shoeSize', reason: 'unknown-field' }] },
      { signUpId: foreign.signUpId, status: 'refused', reasons: ['channel-mismatch'] },
      { signUpId: first.signUpId, status: 'accepted', repeated: true },
      { signUpId: last.signUpId, status: 'accepted', repeated: false },
    ]);
  });

  it('makes the same events as any other sign-up, each with the cause of the file', async () => {
    const [form, refused] = [signUp(), signUp({ declaredIncome: 1 })];
    await imported(ndjson(form, refused));
    const events = await eventsOf(db.database, `sign-up/${form.signUpId}`, `sign-up/${refused.signUpId}`);
    expect(events.map(({ type }) => type)).toEqual(['sign-up-accepted.v1', 'sign-up-refused.v1']);
    expect(new Set(events.map(({ correlation_id }) => correlation_id)).size).toBe(1);
  });

  it('changes nothing when it comes again', async () => {
    const file = ndjson(...Array.from({ length: 20 }, () => signUp()), signUp({ declaredIncome: 1 }));
    const first = await imported(file);
    const before = await db.database.query('select count(*) from event');
    const second = await imported(file);
    expect(await db.database.query('select count(*) from event')).toEqual(before);
    expect(countsOf(second.progress)).toEqual({ ...none, registered: 20, refused: 1, repeated: 21 });
    const numbers = (results: Record<string, unknown>[]) => results.map(({ memberNumber }) => memberNumber);
    expect(numbers(second.results)).toEqual(numbers(first.results));
  });

  it('may be a table, in which an empty cell is absent', async () => {
    const forms = [
      signUp({ residence: null, person: { address: 'Jl. Adi Sucipto 1, "RT 3"'.replaceAll('"', '""') } }),
      signUp({
        eventCover: { name: 'Fun Run', from: '2024-12-20', through: '2024-12-20' },
        payer: { kind: 'organiser', code: 'EO-1' },
        occupations: ['street-trader', 'ojek-driver'],
      }),
      signUp({ declaredIncome: 1 }),
    ];
    const { results } = await imported(csv(forms), 'text/csv');
    expect(results).toMatchObject([
      {
        row: 1,
        signUpId: forms[0]!.signUpId,
        warnings: ['unknown-channel', 'unknown-agent', 'residence-missing'],
      },
      { row: 2, signUpId: forms[1]!.signUpId, status: 'accepted' },
      { row: 3, signUpId: forms[2]!.signUpId, reasons: ['income-below-least'] },
    ]);
    expect((await imported(ndjson(forms[1]!))).results).toMatchObject([{ repeated: true }]);
  });

  it('loses only the rows of a table that are no rows', async () => {
    const [first, second, third] = [signUp(), signUp(), signUp()];
    const lines = csv([first, second, third]).split('\r\n');
    const broken = [lines[0], lines[1], 'one,two', lines[2]!.replace('"', '"x"y"'), lines[3]].join('\n');
    const { results } = await imported(broken, 'text/csv');
    expect(results.map(({ row, status, signUpId }) => [row, status, signUpId])).toEqual([
      [1, 'accepted', first.signUpId],
      [2, 'malformed', null],
      [3, 'malformed', null],
      [4, 'accepted', third.signUpId],
    ]);
  });

  it.each([
    ['a column that nobody knows', 'signUpId,shoeSize\n1,2', 'shoeSize', 'unknown-field'],
    ['a column twice', 'signUpId,signUpId\n1,2', 'signUpId', 'malformed'],
    ['no header', '', 'signUpId', 'missing'],
    ['a header that is none', '"x"y"\n1', 'signUpId', 'missing'],
  ])('is refused whole as a table with %s', async (_name, file, path, reason) => {
    expect(await send(file, 'text/csv')).toMatchObject({ status: 400, body: { fields: [{ path, reason }] } });
  });

  it('may have bytes that are no text, and a line without end: they are rows like others', async () => {
    const [first, last] = [signUp(), signUp()];
    const strange = Buffer.from(JSON.stringify(signUp()).replace('Sri', 'S\u00ffi'), 'latin1');
    const long = Buffer.from(`{"signUpId":"${'x'.repeat(70_000)}"}`);
    const lines = [Buffer.from(JSON.stringify(first)), strange, long, Buffer.from(JSON.stringify(last))];
    const { results } = await imported(Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')])));
    expect(results.map(({ status, reasons }) => [status, reasons])).toEqual([
      ['accepted', undefined],
      ['malformed', ['unreadable']],
      ['malformed', ['too-large']],
      ['accepted', undefined],
    ]);
  });

  it('has as many rows as a file may have, and not one more', async () => {
    const full = `${'x\n'.repeat(ROWS_MAX)}\n`;
    expect((await send(full)).status).toBe(202);
    const before = await db.database.query('select count(*) from sign_up_batch');
    expect((await send(`${full}x`)).status).toBe(413);
    expect(await db.database.query('select count(*) from sign_up_batch')).toEqual(before);
  });

  it('may be empty', async () => {
    const { progress, results } = await imported('');
    expect([progress['rows'], progress['status'], results]).toEqual([0, 'done', []]);
  });

  it('is its sender’s alone', async () => {
    expect(findRoutesWithoutRule(test.app)).toEqual([]);
    const { id } = await imported(ndjson(signUp()));
    const sign = (claims: object) => ({ ...claims, sub: 'somebody-else' });
    const other = sign({ roles: ['channel'], channel: 'AGG-07' });
    expect((await test.ask(other as never, 'GET', `${at}/${id}`)).status).toBe(404);
    expect((await test.ask(other as never, 'GET', `${at}/${id}/results`)).status).toBe(404);
    expect((await test.ask(sign(own) as never, 'GET', `${at}/${id}`)).status).toBe(200);
    expect((await test.ask({ roles: ['analyst'] }, 'GET', `${at}/${id}`)).status).toBe(403);
    expect((await test.ask(own, 'GET', `${at}/${randomUUID()}`)).status).toBe(404);
    expect((await test.ask(own, 'GET', `${at}/x`)).status).toBe(400);
    expect((await send('{}', 'application/json')).status).toBe(415);
    expect((await send('', NDJSON, { roles: ['analyst'] })).status).toBe(403);
  });
});

/** A database of its own, on which no runner works. */
let quiet: TestDatabase;
beforeAll(async () => void (quiet = await openEnrollmentDatabase()));
afterAll(() => quiet.drop());
const quietStores = () => storesOn(quiet.database);

const edge = { read: readRow, isOutage: () => false };
/** A file that has come in and that nobody works on: no runner is told of it. */
const waiting = async (rows: AsyncIterable<string> | string[]): Promise<string> => {
  const batchId = randomUUID();
  const cause = { eventId: randomUUID(), correlationId: randomUUID(), traceparent: null };
  const sender = { subject: 'somebody', roles: ['officer'], regions: null, channel: null };
  const file = async function* () {
    yield* rows;
  };
  await new ReceiveSignUpBatch(quietStores().signUpBatches).handle(
    { batchId, sender, cause, recordedAt: null },
    file(),
  );
  return batchId;
};
const worker = (registerMember: Pick<RegisterMemberWhenSignedUp, 'handle'> = quietStores().registerMember) =>
  new RegisterMembersOfBatch(quietStores().signUpBatches, registerMember as RegisterMemberWhenSignedUp);
const finish = async (one = worker()) => {
  while (await one.handle(edge));
};
const linesOf = async (batchId: string) => {
  const parts = await Array.fromAsync(quietStores().signUpBatches.results(batchId));
  return parts
    .join('')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Record<string, unknown>);
};

describe('the rows of a file', () => {
  it('wait sealed, and nothing of them stays when they are answered', async () => {
    const form = signUp();
    const id = await waiting([JSON.stringify(form)]);
    const kept = () =>
      quiet.database.query<{ text: string; sealed: boolean }>(
        `select p::text as text, sealed is not null as sealed from sign_up_batch_part p where batch_id = $1`,
        [id],
      );
    const [before] = await kept();
    expect(before!.sealed).toBe(true);
    expect(before!.text).not.toContain(form.person.nik);
    expect(before!.text).not.toContain(Buffer.from(form.person.nik).toString('hex'));
    await finish();
    const [after] = await kept();
    expect(after!.sealed).toBe(false);
    expect(after!.text).not.toContain(form.person.nik);
  });

  it('go on where a process left them, and two processes answer each row once', async () => {
    const forms = Array.from({ length: 2_300 }, () => signUp());
    const id = await waiting(forms.map((form) => JSON.stringify(form)));
    expect(await worker().handle(edge)).toBe(true);
    expect(await quietStores().signUpBatches.progress(id)).toMatchObject({
      status: 'running',
      rowsDone: 1_000,
    });
    let breaks = 1;
    const dying = worker({
      handle: (batch) =>
        quietStores().registerMember.handle({
          ...batch,
          open: (tx) => batch.open(tx),
          settle: async (tx, outcomes) => {
            await batch.settle(tx, outcomes);
            if (breaks-- > 0) throw new Error('the process died before the commit');
          },
        }),
    });
    await expect(dying.handle({ ...edge, isOutage: () => true })).rejects.toThrow('died');
    expect(await quietStores().signUpBatches.progress(id)).toMatchObject({
      rowsDone: 1_000,
      registered: 1_000,
    });
    await Promise.all([finish(), finish()]);
    const progress = await quietStores().signUpBatches.progress(id);
    expect(progress).toMatchObject({ status: 'done', rowsDone: 2_300, registered: 2_300, repeated: 0 });
    const results = await linesOf(id);
    expect(results.map(({ row }) => row)).toEqual(forms.map((_, index) => index + 1));
    expect(results.map(({ signUpId }) => signUpId)).toEqual(forms.map(({ signUpId }) => signUpId));
  }, 60_000);

  it('on which the program fails stop no other', async () => {
    const forms = [signUp(), signUp({ residence: '33.66' }), signUp()];
    const id = await waiting([...forms.map((form) => JSON.stringify(form)), '{']);
    const failing = worker({
      handle: (batch) => {
        if (batch.items.some(({ data }) => data.residence === '33.66')) throw new Error('a bug');
        return quietStores().registerMember.handle(batch);
      },
    });
    await finish(failing);
    expect((await linesOf(id)).map(({ row, status, signUpId }) => [row, status, signUpId])).toEqual([
      [1, 'accepted', forms[0]!.signUpId],
      [2, 'failed', forms[1]!.signUpId],
      [3, 'accepted', forms[2]!.signUpId],
      [4, 'malformed', null],
    ]);
  });

  it('take turns with those of other files', async () => {
    const rows = (count: number) => Array.from({ length: count }, () => JSON.stringify(signUp()));
    const long = await waiting(rows(2_001));
    expect(await worker().handle(edge)).toBe(true);
    const short = await waiting(rows(1));
    expect(await worker().handle(edge)).toBe(true);
    expect(await quietStores().signUpBatches.progress(short)).toMatchObject({ status: 'done' });
    expect(await quietStores().signUpBatches.progress(long)).toMatchObject({
      status: 'running',
      rowsDone: 1_000,
    });
    await finish();
  }, 30_000);
});

describe('a file that never comes in whole', () => {
  it('leaves nothing behind', async () => {
    const before = await quiet.database.query('select count(*) from sign_up_batch');
    const broken = async function* () {
      yield JSON.stringify(signUp());
      throw new Error('the line was cut');
    };
    await expect(waiting(broken())).rejects.toThrow('the line was cut');
    expect(await quiet.database.query('select count(*) from sign_up_batch')).toEqual(before);
  });

  it('is forgotten after a day, and one that is done after a month', async () => {
    const age = (id: string, days: number) =>
      quiet.database.query(
        `update sign_up_batch set received_at = now() - make_interval(days => $2) where batch_id = $1`,
        [id, days],
      );
    const [done, kept] = [await waiting([JSON.stringify(signUp())]), await waiting(['{'])];
    await finish();
    const lost = randomUUID();
    const cause = { eventId: lost, correlationId: lost, traceparent: null };
    const sender = { subject: 'somebody', roles: [], regions: null, channel: null };
    await quietStores().signUpBatches.begin({ batchId: lost, sender, cause, recordedAt: null });
    await age(done, 31);
    await age(kept, 29);
    await age(lost, 2);
    await quietStores().signUpBatches.forgetOld();
    const found = await Promise.all([done, kept, lost].map((id) => quietStores().signUpBatches.progress(id)));
    expect(found.map((one) => one !== null)).toEqual([false, true, false]);
  });
});
