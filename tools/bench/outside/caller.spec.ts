import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pace, press } from './caller.js';

const STANDSTILL_MS = 300;
const seen: string[] = [];
let server: Server;
let url = '';
let standsUntilMs = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += String(chunk)));
    request.on('end', () => {
      seen.push(body);
      setTimeout(
        () => response.writeHead(body === 'bad' ? 422 : 201).end(),
        Math.max(0, standsUntilMs - performance.now()),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
});

const target = () => ({
  url,
  headers: {},
  bodyOf: (number: number) => (number === 3 ? 'bad' : `body ${number}`),
});

describe('a closed loop', () => {
  it('sends each number once and knows what was created', async () => {
    seen.length = 0;
    const called = await press(target(), { connections: 4, warmSeconds: 0, seconds: 0.2, first: 0 });
    expect(new Set(seen).size).toBe(seen.length);
    expect(called.statuses[422]).toBe(1);
    expect(called.succeeded).not.toContain(3);
    expect(called.succeeded.length).toBe(seen.length - 1);
    expect(called.latenciesMs.length).toBe(seen.length);
  });
});

describe('a target', () => {
  it('may sign each body, and say yes by another status', async () => {
    seen.length = 0;
    const signed: string[] = [];
    const called = await press(
      {
        ...target(),
        success: 422,
        signed: (body) => {
          signed.push(body);
          return { 'x-signature': body };
        },
      },
      { connections: 1, warmSeconds: 0, seconds: 0.1, first: 3 },
    );
    expect(called.succeeded).toEqual([3]);
    expect(signed).toEqual(seen);
  });
});

describe('an open loop', () => {
  it('counts the wait from when a request was due, also when everything stood still', async () => {
    standsUntilMs = performance.now() + STANDSTILL_MS;
    const called = await pace(target(), {
      connections: 2,
      warmSeconds: 0,
      seconds: 0.5,
      first: 10,
      perSecond: 100,
    });
    expect(called.latenciesMs.length).toBe(50);
    expect(called.latenciesMs.filter((ms) => ms > 100).length).toBeGreaterThan(15);
  });
});
