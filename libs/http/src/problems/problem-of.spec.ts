import { describe, expect, it } from '@jest/globals';
import { NotFoundException, ServiceUnavailableException } from '@nestjs/common';
import { problemOf } from './problem-of.js';
import { Problem } from './problem.js';
import { refusalOf } from './refusal-of.js';

const withStatus = (statusCode: number) => Object.assign(new Error('fastify says so'), { statusCode });

describe('a problem', () => {
  it('has the members of RFC 9457 and the reasons and fields of this API', () => {
    expect(Problem.malformed([{ path: 'person.nik', reason: 'missing' }]).body).toEqual({
      type: '/problems/malformed',
      title: 'Bad Request',
      status: 400,
      detail: 'The request is not well-formed. Correct it and send it again.',
      reasons: ['malformed'],
      fields: [{ path: 'person.nik', reason: 'missing' }],
    });
  });

  it.each([
    [Problem.unauthorized('token-missing'), 401, { 'www-authenticate': 'Bearer realm="cakupan"' }],
    [
      Problem.unauthorized('token-invalid'),
      401,
      { 'www-authenticate': 'Bearer realm="cakupan", error="invalid_token"' },
    ],
    [Problem.forbidden('outside-regions'), 403, {}],
    [Problem.notFound(), 404, {}],
    [Problem.conflict('claim-id-reused'), 409, {}],
    [Problem.tooLarge(), 413, {}],
    [Problem.mediaType(), 415, {}],
    [Problem.refused(['too-old', 'income-missing']), 422, {}],
    [Problem.tooMany(0.2), 429, { 'retry-after': '1' }],
    [Problem.unavailable(4.2), 503, { 'retry-after': '5' }],
  ])('%s has its status and headers', (problem, status, headers) => {
    expect(problem).toMatchObject({ status, headers });
    expect(problem.body.status).toBe(status);
  });
});

describe('problemOf', () => {
  it('knows an outage by its name', () => {
    const outage = Object.assign(new Error('connection refused to 10.0.0.3'), {
      name: 'DependencyUnavailable',
    });
    expect(problemOf(outage)).toMatchObject({
      status: 503,
      reasons: ['unavailable'],
      headers: { 'retry-after': '5' },
    });
    expect(problemOf(outage)?.body.detail).not.toContain('10.0.0.3');
  });

  it.each([
    [withStatus(400), 400],
    [withStatus(401), 401],
    [withStatus(403), 403],
    [withStatus(409), 409],
    [withStatus(413), 413],
    [withStatus(414), 414],
    [withStatus(415), 415],
    [withStatus(422), 422],
    [withStatus(429), 429],
    [withStatus(499), 499],
    [new NotFoundException('Cannot GET /v1/x?nik=1'), 404],
    [new ServiceUnavailableException(), 503],
  ])('shows %s with its status and none of its text', (error, status) => {
    expect(problemOf(error)?.body).toMatchObject({ status });
    expect(problemOf(error)?.body.detail).not.toContain(error.message);
  });

  it.each([
    new Error('a bug'),
    withStatus(500),
    withStatus(399),
    undefined,
    null,
    'thrown text',
    { statusCode: 'x' },
  ])('takes %s for a bug', (error) => expect(problemOf(error)).toBeNull());
});

describe('refusalOf', () => {
  it('is a conflict where an id came again with other content', () =>
    expect(refusalOf('sign-up-id-reused')).toMatchObject({ status: 409, reasons: ['sign-up-id-reused'] }));
  it('is 422 for every other rule', () =>
    expect(refusalOf('too-old', 'income-missing')).toMatchObject({
      status: 422,
      reasons: ['too-old', 'income-missing'],
    }));
});
