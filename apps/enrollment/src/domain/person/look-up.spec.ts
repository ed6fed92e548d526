import { describe, expect, it } from '@jest/globals';
import { decideLook } from './look-up.js';

describe('looking people up', () => {
  it('is possible sixty times an hour and three hundred times a day', () => {
    expect(decideLook({ inLastHour: 59, inLastDay: 299 }).kind).toBe('happened');
    expect(decideLook({ inLastHour: 60, inLastDay: 60 }).kind).toBe('refused');
    expect(decideLook({ inLastHour: 0, inLastDay: 300 }).kind).toBe('refused');
  });
});
