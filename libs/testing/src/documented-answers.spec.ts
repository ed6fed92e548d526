import { describe, expect, it } from '@jest/globals';
import { holdingTo } from './documented-answers.js';

const hold = holdingTo({
  paths: {
    '/v1/claims/{id}': { get: { responses: { '200': {}, '404': {} } }, put: { responses: { '200': {} } } },
    '/v1/claims/proof': { get: { responses: { '200': {} } } },
  },
});

describe('an answer', () => {
  it('has a status that the document names for the operation', () => {
    expect(() => hold({ method: 'GET', url: '/v1/claims/7?limit=1', status: 404 })).not.toThrow();
    expect(() => hold({ method: 'PUT', url: '/v1/claims/7', status: 404 })).toThrow(
      'PUT /v1/claims/{id} answered 404',
    );
    expect(() => hold({ method: 'GET', url: '/v1/claims/proof', status: 404 })).toThrow('/v1/claims/proof');
  });

  it('to what the document does not have is as it is', () => {
    expect(() => hold({ method: 'POST', url: '/v1/claims/7', status: 405 })).not.toThrow();
    expect(() => hold({ method: 'GET', url: '/v1/claims/7/more', status: 404 })).not.toThrow();
  });
});
