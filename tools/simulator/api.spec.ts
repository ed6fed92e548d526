import { afterEach, describe, expect, it } from '@jest/globals';
import { inJakarta } from '../sample/instants.js';
import { Api, ApiProblem, forEachAtOnce } from './api.js';
import { FakeApi, type Reply } from './testing/fake-api.js';

let service: FakeApi | null = null;

const answering = async (...replies: readonly Reply[]) => {
  const given = [...replies];
  service = new FakeApi(() => given.shift() ?? { status: 200 });
  return new Api(await service.listen(), 'a-token');
};

afterEach(async () => {
  await service?.close();
  service = null;
});

describe('asking a service', () => {
  it('carries the token, the content and the instant of the story', async () => {
    const api = await answering({ status: 201, body: { id: 1 } });
    const at = inJakarta('2024-11-28', 9, 30);
    expect(await api.send({ method: 'POST', path: '/v1/claims', body: { a: 1 }, at })).toEqual({ id: 1 });
    expect(service!.seen).toEqual([
      {
        method: 'POST',
        path: '/v1/claims',
        body: { a: 1 },
        at: '2024-11-28T02:30:00.000Z',
        authorization: 'Bearer a-token',
      },
    ]);
  });

  it.each([429, 500, 503])('tries again after %d', async (status) => {
    const api = await answering({ status }, { status: 200, body: { ok: true } });
    expect(await api.send({ method: 'GET', path: '/' })).toEqual({ ok: true });
    expect(service!.seen).toHaveLength(2);
  });

  it.each([400, 403, 404, 422])('does not try again after %d, and gives the reasons', async (status) => {
    const api = await answering({ status, body: { reasons: ['not-covered'] } });
    const answer = api.send({ method: 'GET', path: '/v1/claims' });
    await expect(answer).rejects.toThrow(ApiProblem);
    await expect(answer).rejects.toMatchObject({ status, reasons: ['not-covered'] });
    expect(service!.seen).toHaveLength(1);
  });
});

describe('doing work at once', () => {
  it('does every item, never more than so many together', async () => {
    let [together, most] = [0, 0];
    const done: number[] = [];
    await forEachAtOnce([1, 2, 3, 4, 5, 6, 7], 3, async (item) => {
      most = Math.max(most, (together += 1));
      await new Promise((resolve) => setTimeout(resolve, 5));
      together -= 1;
      done.push(item);
    });
    expect(most).toBe(3);
    expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('ends with the first failure', () =>
    expect(
      forEachAtOnce([1, 2], 1, async () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no'));
});
