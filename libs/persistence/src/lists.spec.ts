import { describe, expect, it } from '@jest/globals';
import { listOf } from './lists.js';

describe('a list as PostgreSQL reads it', () => {
  it.each([
    { values: [], list: '{}' },
    { values: ['33.72', ''], list: '{"33.72",""}' },
    { values: ['NULL', null, undefined], list: '{"NULL",NULL,NULL}' },
    { values: ['a "b"', 'c\\d', 'e,f{g}'], list: '{"a \\"b\\"","c\\\\d","e,f{g}"}' },
    { values: [0, -1, 1.5, 10n ** 18n, true, false], list: '{0,-1,1.5,1000000000000000000,true,false}' },
  ])('of $values is $list', ({ values, list }) => expect(listOf(values)).toBe(list));

  it.each([[[new Date(0)]], [[Buffer.from('a')]], [[['nested']]], [[{ a: 1 }]]])(
    'of what else there is in %j is left to the driver',
    (values) => expect(listOf(values)).toBe(values),
  );
});
