import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openDatabase, type Database } from '#libs/persistence';
import {
  beginBehind,
  dropDatabase,
  eventually,
  freshDatabaseUrl,
  openIssuer,
  testBrokers,
  type TokenIssuer,
} from '#libs/testing';
import { startService } from './service.js';
import { newNik, signUp } from './support.js';

const ROWS = 12_000;
const url = freshDatabaseUrl('enrollment_batch');
const key = `a key of the tests ${randomUUID()}`;
let issuer: TokenIssuer;
let database: Database;

beforeAll(async () => {
  // sign-ups of other tests may be of the same made-up persons: a row would then be of a member already
  await beginBehind(testBrokers(), { consumer: 'enrollment', databaseUrl: url });
  issuer = await openIssuer();
}, 60_000);
afterAll(async () => {
  await database.close();
  await dropDatabase(url);
  await issuer.close();
}, 30_000);

/** Of every hundred rows one is refused, one is nobody's, and one says what another said. */
const rows = Array.from({ length: ROWS }, (_, index) => {
  if (index % 100 === 1) return JSON.stringify(signUp({ declaredIncome: 1 }));
  if (index % 100 === 2) return '{"signUpId":';
  return JSON.stringify(signUp({ person: { nik: newNik() } }));
}).map((row, index, all) => (index % 100 === 3 ? all[index - 3]! : row));

const isReached = async (rowsDone: number) => {
  const [row] = await database.query<{ rowsDone: number }>(
    'select rows_done as "rowsDone" from sign_up_batch',
  );
  return (row?.rowsDone ?? 0) >= rowsDone;
};

it('answers each row of a file once, though the process is killed twice in the middle', async () => {
  const headers = {
    authorization: `Bearer ${await issuer.sign({ roles: ['officer'] })}`,
    'content-type': 'application/x-ndjson',
  };
  let service = await startService(url, key, issuer.dataFolder);
  database = await openDatabase({ url, migrations: [] });
  const sent = await fetch(`${service.address}/v1/sign-up-batches`, {
    method: 'POST',
    headers,
    body: rows.join('\n'),
  });
  const { batchId } = (await sent.json()) as { batchId: string };
  expect(sent.status).toBe(202);
  for (const rowsDone of [1, 4_000]) {
    await eventually(() => isReached(rowsDone), 60_000);
    await service.kill();
    expect(await isReached(ROWS)).toBe(false);
    service = await startService(url, key, issuer.dataFolder);
  }
  await eventually(() => isReached(ROWS), 60_000);

  const get = (path: string) => fetch(`${service.address}/v1/sign-up-batches/${batchId}${path}`, { headers });
  const lines = (await (await get('/results')).text()).trimEnd().split('\n');
  expect(lines.filter((line) => /"failed"|"already-member"/.test(line))).toEqual([]);
  expect(await (await get('')).json()).toMatchObject({
    status: 'done',
    rows: ROWS,
    rowsDone: ROWS,
    registered: ROWS * 0.98,
    refused: ROWS * 0.01,
    malformed: ROWS * 0.01,
    repeated: ROWS * 0.01,
  });
  expect(lines.map((line) => (JSON.parse(line) as { row: number }).row)).toEqual(
    rows.map((_, index) => index + 1),
  );
  const ids = lines.flatMap((line) => (JSON.parse(line) as { signUpId: string | null }).signUpId ?? []);
  const [found] = await database.query<object>(
    `with own as (select membership_id from membership where sign_up_id = any($1::uuid[]))
     select (select count(*)::integer from own) as memberships,
            (select count(*)::integer from sign_up where sign_up_id = any($1::uuid[])) as "signUps",
            (select count(*)::integer from event where topic = 'enrollment.members.v1'
                and subject in (select 'membership/' || membership_id from own)) as events`,
    [ids],
  );
  expect(found).toEqual({ memberships: ROWS * 0.97, signUps: ROWS * 0.98, events: ROWS * 0.97 });
  await service.stop();
}, 240_000);
