import { describe, expect, it } from '@jest/globals';
import { PublishedRegions } from './published-regions.js';

describe('the published regions', () => {
  it.each(['ID', '33', '33.72', '33.72.05', '33.72.05.1011', '11.01.01.2001'])('have %s', async (code) => {
    const regions = await PublishedRegions.load();
    expect(regions.has(code)).toBe(true);
  });

  it.each(['', 'code', '3372', '33.72.05.1099', '99', 'Aceh'])('do not have "%s"', async (code) => {
    const regions = await PublishedRegions.load();
    expect(regions.has(code)).toBe(false);
  });
});
