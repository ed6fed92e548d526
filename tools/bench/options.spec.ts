import { describe, expect, it } from '@jest/globals';
import { NAMES, optionsOf } from './options.js';

describe('what a run is asked for', () => {
  it('is one measurement, or all', () => {
    expect(optionsOf(['relay']).names).toEqual(['relay']);
    expect(optionsOf(['all']).names).toEqual(NAMES);
  });

  it('is twice in turn, with seed 7, unless something else is said', () => {
    expect(optionsOf(['all'])).toMatchObject({ rounds: 2, seed: 7, events: undefined, isShort: false });
    expect(optionsOf(['all', '--rounds', '5', '--seed', '9'])).toMatchObject({ rounds: 5, seed: 9 });
  });

  it('is written down when it is whole, or when that is wished', () => {
    expect(optionsOf(['all']).write).toBe(true);
    expect(optionsOf(['all', '--events', '100'])).toMatchObject({ write: false, isShort: true });
    expect(optionsOf(['all', '--seconds', '5', '--write']).write).toBe(true);
    expect(optionsOf(['relay']).write).toBe(false);
  });

  it.each([
    [[]],
    [['speed']],
    [['relay', 'latency']],
    [['all', '--events', '0']],
    [['all', '--seconds', 'x']],
    [['all', '--fast']],
  ])('is refused as %j', (args) => expect(() => optionsOf(args)).toThrow(/measure|whole number|--fast/));
});
