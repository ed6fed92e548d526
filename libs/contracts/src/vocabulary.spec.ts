import { describe, expect, it } from '@jest/globals';
import * as kernel from '../../kernel/src/vocabulary.js';
import * as wire from './vocabulary.js';

const listsOf = (module: object) =>
  Object.entries(module).flatMap(([name, value]) => (Array.isArray(value) ? [name] : []));

describe('the lists of the wire', () => {
  it.each([
    ['segments', wire.SEGMENTS, kernel.SEGMENTS],
    ['programmes', wire.PROGRAMMES, kernel.PROGRAMMES],
    ['kinds of channel', wire.CHANNEL_KINDS, kernel.CHANNEL_KINDS],
    ['kinds of payer', wire.PAYER_KINDS, kernel.PAYER_KINDS],
    ['methods of payment', wire.PAYMENT_METHODS, kernel.PAYMENT_METHODS],
    ['reasons of an end', wire.END_REASONS, kernel.END_REASONS],
    ['benefits', wire.BENEFITS, kernel.BENEFITS],
  ])('have the same %s as the domain, in the same order', (_name, ofWire, ofDomain) => {
    expect(ofWire).toEqual(ofDomain);
  });

  it('are all compared: the domain has no list that the wire lacks', () => {
    expect(listsOf(wire)).toEqual(expect.arrayContaining(listsOf(kernel)));
    expect(listsOf(kernel)).toHaveLength(7);
  });
});
