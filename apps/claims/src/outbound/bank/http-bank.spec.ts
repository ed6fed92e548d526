import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from '@jest/globals';
import { HttpBank } from './http-bank.js';
import { HttpPayees } from './http-payees.js';

/** Never reached by a bank that answers, also on a machine that is busy with other tests. */
const TIMEOUT_MS = 20_000;
const SHORT_TIMEOUT_MS = 100;
const transfer = {
  disbursementId: 'transfer-1',
  claimId: 'claim-1',
  amountRupiah: 42_000_000,
  payee: 'payee-1',
};
const servers: Server[] = [];

const urlThat = async (answers: RequestListener): Promise<string> => {
  const server = createServer(answers);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
const bankThat = async (answers: RequestListener, timeoutMs = TIMEOUT_MS): Promise<HttpBank> =>
  new HttpBank(await urlThat(answers), timeoutMs);
const says = (status: number, body: unknown) =>
  bankThat((_request, response) => response.writeHead(status).end(JSON.stringify(body)));
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe('a bank over HTTP', () => {
  it('is told the transfer under the name that it is asked by later', async () => {
    const seen: (string | undefined)[] = [];
    const bank = await bankThat((request, response) => {
      seen.push(request.method, request.url, request.headers['idempotency-key'] as string | undefined);
      response.writeHead(202).end(JSON.stringify({ status: 'accepted', bankReference: 'B-1' }));
    });
    expect(await bank.instruct(transfer)).toEqual({ kind: 'accepted', bankReference: 'B-1' });
    await bank.ask('transfer-1');
    expect(seen).toEqual(['POST', '/transfers', 'transfer-1', 'GET', '/transfers/transfer-1', undefined]);
  });

  it('is told whom to pay', async () => {
    const bodies: unknown[] = [];
    const bank = await bankThat(async (request, response) => {
      bodies.push(JSON.parse(await text(request)));
      response.writeHead(202).end(JSON.stringify({ status: 'accepted', bankReference: 'B-1' }));
    });
    await bank.instruct(transfer);
    expect(bodies).toEqual([
      {
        disbursementId: 'transfer-1',
        claimId: 'claim-1',
        amount: 42_000_000,
        currency: 'IDR',
        payee: 'payee-1',
      },
    ]);
  });

  it('says that it paid, or that it failed and why', async () => {
    const paidAt = '2024-03-22T09:00:00+07:00';
    expect(await (await says(200, { status: 'paid', amount: 42_000_000, paidAt })).ask('transfer-1')).toEqual(
      {
        kind: 'paid',
        amountRupiah: 42_000_000,
        paidAt,
      },
    );
    expect(await (await says(200, { status: 'failed', reason: 'account-closed' })).ask('transfer-1')).toEqual(
      {
        kind: 'failed',
        reason: 'account-closed',
      },
    );
  });

  it('gives no reason that could carry a name', async () => {
    const bank = await says(200, { status: 'failed', reason: 'Account of Sri Rahayu is closed' });
    expect(await bank.ask('transfer-1')).toEqual({ kind: 'failed', reason: 'not-stated' });
  });

  it('does not know a transfer only when it is asked', async () => {
    const bank = await says(404, {});
    expect(await bank.ask('transfer-1')).toEqual({ kind: 'not-known' });
    expect(await bank.instruct(transfer)).toEqual({ kind: 'silence' });
  });

  it.each([
    ['fails in itself', 500, {}],
    ['turns the request down', 400, {}],
    ['says what nobody understands', 200, { status: 'maybe' }],
    ['pays half a rupiah', 200, { status: 'paid', amount: 0.5, paidAt: '2024-03-22T09:00:00Z' }],
    ['paid at no time', 200, { status: 'paid', amount: 1, paidAt: 'yesterday' }],
  ])('that %s is silent', async (_, status, body) => {
    const bank = await says(status, body);
    expect(await bank.instruct(transfer)).toEqual({ kind: 'silence' });
    expect(await bank.ask('transfer-1')).toEqual({ kind: 'silence' });
  });

  it('that does not answer, or is not there, is silent', async () => {
    const silent = await bankThat(() => undefined, SHORT_TIMEOUT_MS);
    expect(await silent.instruct(transfer)).toEqual({ kind: 'silence' });
    expect(await new HttpBank('http://127.0.0.1:1', TIMEOUT_MS).ask('transfer-1')).toEqual({
      kind: 'silence',
    });
  });
});

describe('the payees of a bank over HTTP', () => {
  const account = { bank: '008', number: '1234567890' };

  it('are entered with their account, under what this service calls them by', async () => {
    const seen: unknown[] = [];
    const url = await urlThat(async (request, response) => {
      seen.push(request.method, request.url, JSON.parse(await text(request)));
      response.writeHead(204).end();
    });
    expect(await new HttpPayees(url, TIMEOUT_MS).enter('payee-1', account)).toBe('entered');
    expect(seen).toEqual(['PUT', '/payees/payee-1', account]);
  });

  it('are not entered where the bank does not say so', async () => {
    const broken = await urlThat((_request, response) => response.writeHead(503).end());
    expect(await new HttpPayees(broken, TIMEOUT_MS).enter('payee-1', account)).toBe('silent');
    const silent = await urlThat(() => undefined);
    expect(await new HttpPayees(silent, SHORT_TIMEOUT_MS).enter('payee-1', account)).toBe('silent');
    expect(await new HttpPayees('http://127.0.0.1:1', TIMEOUT_MS).enter('payee-1', account)).toBe('silent');
  });

  it.each([
    [422, 'refused'],
    [404, 'refused'],
    [408, 'silent'],
    [429, 'silent'],
    [500, 'silent'],
  ])('are, where it answers %i, %s', async (status, entry) => {
    const url = await urlThat((_request, response) => response.writeHead(status).end());
    expect(await new HttpPayees(url, TIMEOUT_MS).enter('payee-1', account)).toBe(entry);
  });
});
