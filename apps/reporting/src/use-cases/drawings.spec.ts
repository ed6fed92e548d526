import { describe, expect, it } from '@jest/globals';
import { Drawings } from './drawings.js';

const opened = (charactersMax: number) => {
  const drawings = new Drawings(charactersMax);
  const drawn: string[] = [];
  return {
    drawn,
    ask: (region: string, version = 1, text = 'four') =>
      drawings.of(region, version, async () => {
        drawn.push(`${region} ${version}`);
        return text;
      }),
    fail: (region: string) =>
      drawings.of(region, 1, async () => {
        drawn.push(region);
        throw new Error('away');
      }),
  };
};

describe('drawings', () => {
  it('are made once, also for those who ask meanwhile', async () => {
    const { ask, drawn } = opened(100);
    expect(await Promise.all([ask('33'), ask('33'), ask('34')])).toEqual(['four', 'four', 'four']);
    expect(await ask('33')).toBe('four');
    expect(drawn).toEqual(['33 1', '34 1']);
  });

  it('are made anew for another version', async () => {
    const { ask, drawn } = opened(100);
    await ask('33');
    expect(await ask('33', 2, 'other')).toBe('other');
    expect(await ask('33', 2)).toBe('other');
    expect(drawn).toEqual(['33 1', '33 2']);
  });

  it('are kept as long as there is room, to the character', async () => {
    const { ask, drawn } = opened(8);
    await ask('33');
    await ask('34');
    await ask('33');
    expect(drawn).toEqual(['33 1', '34 1']);
  });

  it('give way where there is none, whatever was not asked for longest first', async () => {
    const { ask, drawn } = opened(11);
    for (const region of ['33', '34', '33', '35', '33', '34']) await ask(region);
    expect(drawn).toEqual(['33 1', '34 1', '35 1', '34 1']);
  });

  it('that alone are too much are shown and not kept', async () => {
    const { ask, drawn } = opened(3);
    expect([await ask('33'), await ask('33')]).toEqual(['four', 'four']);
    expect(drawn).toHaveLength(2);
  });

  it('that failed are tried again', async () => {
    const { ask, fail, drawn } = opened(100);
    await expect(fail('33')).rejects.toThrow('away');
    expect(await ask('33')).toBe('four');
    expect(drawn).toEqual(['33', '33 1']);
  });
});
