import { request as openRequest, type OutgoingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen } from '#libs/http';
import { collectGarbage, FIELDS_OF_REASONS, REASONS } from '#libs/kernel';
import { testBrokers } from '#libs/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { REQUEST_KINDS, type BadRequest, type RequestKind } from './kit/bad-requests.js';
import { badTokens } from './kit/bad-tokens.js';
import { openService, type OpenService } from './kit/open-service.js';
import { operationsOf, type Operation } from './kit/operations.js';
import { rowCounts } from './kit/row-counts.js';
import { issuer, servicesOn } from './kit/services.js';

const ALL_ROLES = {
  roles: ['channel', 'gateway', 'officer', 'adjuster', 'analyst', 'planner', 'operator', 'privacy-officer'],
  channel: 'x',
  gateway: 'x',
};

/** Beyond what garbage collection leaves to chance. */
const GROWTH_MAX_BYTES = 16 * 1024 * 1024;
/** Whoever else asks meanwhile waits as long. */
const ANSWER_MAX_MS = 5_000;

interface Asked {
  readonly service: OpenService;
  readonly operations: readonly Operation[];
  readonly address: string;
  readonly rowsBefore: Readonly<Record<string, number>>;
}

const all: Asked[] = [];
let token: string;

beforeAll(async () => {
  token = await issuer.sign(ALL_ROLES);
  for (const each of servicesOn(testBrokers())) {
    const service = await openService(each, null);
    const { app, database } = service;
    const address = await listen(app, { port: 0 });
    all.push({
      service,
      address,
      operations: await operationsOf(app),
      rowsBefore: await rowCounts(database),
    });
  }
}, 60_000);

afterAll(async () => {
  for (const { service } of all) await service.close();
  await issuer.close();
}, 60_000);

interface Answer {
  readonly statusCode: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
}

interface Said {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly reasons: readonly string[];
  readonly fields: readonly { path: string }[];
}

/** What is wrong, and what to do about it; nothing of a program's insides. */
const SENTENCES = /^[A-Z][^\n]*\. [A-Z][^\n]*\.$/;

/** Status and reason of a problem; what an answer lacks to be a good one, otherwise. */
const shown = ({ statusCode, headers, body }: Answer): string => {
  if (headers['content-type'] !== 'application/problem+json') return `${statusCode}, no problem: ${body}`;
  const { type, title, status, detail, reasons, fields } = JSON.parse(body) as Said;
  const isWhole = [type, title, detail].every((member) => typeof member === 'string' && member !== '');
  const areKnown = reasons.every((reason) => reason in REASONS);
  if (!isWhole || !areKnown || !Array.isArray(fields) || status !== statusCode || !SENTENCES.test(detail))
    return `${statusCode}, not whole: ${body}`;
  return `${statusCode} ${reasons.join()}`;
};

const ask = (
  { service }: Asked,
  { method, url, takes }: Operation,
  { body, type = 'application/json', headers = {} }: BadRequest,
  bearer: string | null = token,
): Promise<Answer> =>
  service.app.inject({
    method,
    url,
    headers: {
      ...(bearer !== null && { authorization: `Bearer ${bearer}` }),
      ...((body !== undefined || takes !== null) && { 'content-type': type }),
      ...headers,
    },
    ...(body !== undefined && { payload: body }),
  });

const namesField = ({ body }: Answer, name: string | undefined) =>
  name === undefined ||
  (JSON.parse(body) as Said).fields.some(({ path }) => path === name || path.startsWith(`${name}.`));

/** What of the requests of a kind is answered otherwise than it should be, and how many there were. */
const askAll = async ({ requests, status, reason }: RequestKind) => {
  const wrong: string[] = [];
  let count = 0;
  for (const asked of all)
    for (const operation of asked.operations)
      for (const request of requests(operation)) {
        const from = performance.now();
        const answer = await ask(asked, operation, request);
        const slow = performance.now() - from > ANSWER_MAX_MS ? 'too slowly ' : '';
        const said = `${slow}${shown(answer)}`;
        count += 1;
        if (said !== `${status} ${reason}` || !namesField(answer, request.names))
          wrong.push(`${operation.method} ${operation.path} ${request.names ?? ''}: ${said}`);
      }
  return { wrong, count };
};

it.each(REQUEST_KINDS.map((kind) => [kind.name, kind.status, kind.reason, kind] as const))(
  'every operation that changes something answers %s with %i %s',
  async (_name, _status, _reason, kind) => {
    const { wrong, count } = await askAll(kind);
    expect(wrong).toEqual([]);
    expect(count).toBeGreaterThan(0);
  },
);

it('what a refusal can name is a field of some request', () => {
  const fields = new Set(
    all.flatMap(({ operations }) =>
      operations.flatMap((operation) => operation.fields.map(({ path }) => path.join('.'))),
    ),
  );
  const named = Object.values(FIELDS_OF_REASONS).flat();
  expect(named.filter((path) => !fields.has(path))).toEqual([]);
});

it('every operation that changes something asks for a good token and for a role', async () => {
  const [bad, ofNobody] = [await badTokens(issuer, ALL_ROLES), await issuer.sign({ roles: [] })];
  const guarded = all.flatMap((asked) =>
    asked.operations.filter(({ needsToken }) => needsToken).map((operation) => ({ asked, operation })),
  );
  for (const { asked, operation } of guarded) {
    const request = { body: JSON.stringify(operation.body), type: operation.takes ?? 'application/json' };
    expect(shown(await ask(asked, operation, request, null))).toBe('401 token-missing');
    for (const one of bad) expect(shown(await ask(asked, operation, request, one))).toBe('401 token-invalid');
    expect(shown(await ask(asked, operation, request, ofNobody))).toBe('403 role-missing');
  }
  expect(guarded.length).toBeGreaterThan(0);
});

const overTheWire = async (
  url: string,
  headers: OutgoingHttpHeaders,
  pieces: readonly string[],
): Promise<Answer> => {
  const request = openRequest(url, { method: 'POST', headers });
  const answered = new Promise<Answer>((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (response) => {
      const { statusCode = 0 } = response;
      text(response).then((body) => resolve({ statusCode, headers: response.headers, body }), reject);
    });
  });
  for (const piece of pieces) request.write(piece);
  request.end();
  return answered;
};

it('headers that are too large, and a body that grows beyond the limit without saying so, are refused', async () => {
  for (const { address, operations } of all) {
    const url = `${address}${operations[0]!.url}`;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const flooded = await overTheWire(url, { ...headers, 'x-flood': 'x'.repeat(20_000) }, []);
    expect(shown(flooded)).toBe('431 malformed');
    const { method } = operations[0]!;
    if (method !== 'POST') continue;
    const grown = await overTheWire(url, headers, ['{"a":"', ...Array<string>(9).fill('x'.repeat(500_000))]);
    expect(shown(grown)).toBe('413 too-large');
  }
});

it('no memory is kept of it, no row was written, and every service is there', async () => {
  const heldBytes = () => {
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
  const before = heldBytes();
  for (const kind of REQUEST_KINDS) await askAll(kind);
  expect(heldBytes() - before).toBeLessThan(GROWTH_MAX_BYTES);
  for (const { service, rowsBefore } of all) {
    expect(await rowCounts(service.database)).toEqual(rowsBefore);
    expect((await service.app.inject('/health/live')).statusCode).toBe(200);
  }
}, 120_000);
