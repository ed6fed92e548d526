import { describe, expect, it } from '@jest/globals';
import { configOf, operationsOf, reached } from './operations.js';

const document = {
  paths: {
    '/v1/claims': { get: {}, post: {}, parameters: [] },
    '/v1/claims/{id}': { get: {} },
    '/v1/claims/proof': { get: {} },
  },
};
const operations = operationsOf(document);
const named = ({ method, path }: { method: string; path: string }) => `${method} ${path}`;

describe('the operations of a document', () => {
  it('are its methods, and nothing else that stands there', () =>
    expect(operations.map(named)).toEqual([
      'GET /v1/claims',
      'POST /v1/claims',
      'GET /v1/claims/{id}',
      'GET /v1/claims/proof',
    ]));

  it('are reached when one request was answered with 2xx', () => {
    const exchanges = [
      { method: 'GET', path: '/v1/claims/7', status: 200 },
      { method: 'GET', path: '/v1/claims/proof', status: 404 },
      { method: 'POST', path: '/v1/claims', status: 409 },
      { method: 'GET', path: '/v1/claims/7/more', status: 200 },
    ];
    expect([...reached(operations, exchanges)].map(named)).toEqual(['GET /v1/claims/{id}']);
  });

  it('are told from each other where one path fits another', () => {
    const exchanges = [{ method: 'GET', path: '/v1/claims/proof', status: 200 }];
    expect([...reached(operations, exchanges)].map(named)).toEqual(['GET /v1/claims/proof']);
  });

  it('are given the ids that are known', () =>
    expect(configOf(operations, { '/v1/claims': { id: 'a"b' } })).toBe(
      '[[operations]]\ninclude-path = "/v1/claims/{id}"\nparameters = { "id" = "a\\"b" }\n',
    ));
});
