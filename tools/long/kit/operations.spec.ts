import { describe, expect, it } from '@jest/globals';
import { operationsOf } from '#libs/testing';
import { named, operationsToml, reached, understandable, withExamples } from './operations.js';

const document = {
  paths: {
    '/v1/claims': { get: {}, post: {}, parameters: [] },
    '/v1/claims/{id}': { get: {} },
    '/v1/claims/proof': { get: {} },
  },
};
const operations = operationsOf(document);

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

  it('are given the parts of paths and the headers that are known', () =>
    expect(
      operationsToml({
        'GET /v1/claims/{id}': { path: { id: 'a"b', kind: 'c' } },
        'POST /v1/claims': { body: {} },
        'POST /v1/notices': { headers: { 'x-signature': 'd' } },
      }),
    ).toBe(
      [
        '[[operations]]\ninclude-name = "GET /v1/claims/{id}"\nparameters = { "id" = "a\\"b", "kind" = "c" }\n',
        '[[operations]]\ninclude-name = "POST /v1/notices"\nheaders = { "x-signature" = "d" }\n',
      ].join('\n'),
    ));

  it('are given the queries that are known as examples', () => {
    const [from, id] = [
      { name: 'from', in: 'query', schema: {} },
      { name: 'id', in: 'path', schema: {} },
    ];
    const known = { 'GET /v1/claims': { query: { from: '2024-12-01', id: 'a' } } };
    const got = withExamples({ paths: { '/v1/claims': { get: { parameters: [from, id] } } } }, known);
    expect(got.paths['/v1/claims']).toEqual({
      get: { parameters: [{ ...from, example: '2024-12-01' }, id] },
    });
  });

  it('are asked for tables where they take lines of JSON as well', () => {
    const content = { 'application/x-ndjson': {}, 'text/csv': {} };
    const item = { post: { requestBody: { required: true, content } } };
    expect(withExamples({ paths: { '/v1/files': item } }, {}).paths['/v1/files']).toEqual({
      post: { requestBody: { required: true, content: { 'text/csv': {} } } },
    });
  });

  it('are given the bodies that are known as examples', () => {
    const media = { schema: { type: 'object' } };
    const put = { requestBody: { required: true, content: { 'application/json': media } }, tags: ['a'] };
    const item = { put, get: {} };
    const known = { 'PUT /v1/areas/{code}': { body: { name: 'a' } }, 'GET /v1/areas/{code}': { path: {} } };
    expect(withExamples({ paths: { '/v1/areas/{code}': item } }, known).paths['/v1/areas/{code}']).toEqual({
      put: {
        requestBody: {
          required: true,
          content: { 'application/json': { ...media, example: { name: 'a' } } },
        },
        tags: ['a'],
      },
      get: {},
    });
  });
});

it('hands on the patterns of texts in the part that is understood', () => {
  const pattern = String.raw`^[^\u0000\ud800-\udfff]{1,5}$`;
  const item = { get: { parameters: [{ name: 'code', in: 'query', schema: { type: 'string', pattern } }] } };
  const text = understandable({ paths: { '/v1/areas': item } });
  expect(JSON.parse(text)).toMatchObject({
    paths: { '/v1/areas': { get: { parameters: [{ schema: { pattern: String.raw`^[^\u0000]{1,5}$` } }] } } },
  });
});
