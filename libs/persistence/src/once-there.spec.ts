import { describe, expect, it } from '@jest/globals';
import { onceThere } from './once-there.js';

const withCode = (code: string) => Object.assign(new Error(code), { code });
/** Fails by one error after the other, then opens; answers what was told meanwhile. */
const opened = async (...errors: Error[]) => {
  const told: string[] = [];
  const open = async () => {
    const error = errors.shift();
    if (error) throw error;
    return 'open';
  };
  return { answer: await onceThere(open, ({ message }) => told.push(message)), told };
};

describe('a database that is opened at the start', () => {
  it('is not waited for where it is there', async () =>
    expect(await opened()).toEqual({ answer: 'open', told: [] }));

  it.each(['ECONNREFUSED', 'ETIMEDOUT', '57P03', '53300'])('is waited for after %s', async (code) =>
    expect(await opened(withCode(code))).toEqual({ answer: 'open', told: [code] }),
  );

  it('is waited for where it did not answer in time', async () =>
    expect(await opened(new Error('timeout expired'))).toEqual({
      answer: 'open',
      told: ['timeout expired'],
    }));

  it.each(['28P01', '42501'])('is given up after %s, which does not end by waiting', async (code) =>
    expect(opened(withCode(code))).rejects.toThrow(code),
  );
});
