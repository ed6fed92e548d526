import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { Needles, needlesOf } from './forms.js';

const nik = '3372055708900001';
const name = 'Kenari Tjokro?dipuro';
const needles = new Needles(
  needlesOf([
    { what: 'A nik', text: nik },
    { what: 'A name', text: name },
  ]),
);
const sha = (text: string) => createHash('sha256').update(text).digest();
const found = (content: string | Buffer) => [
  ...new Set(needles.in(Buffer.from(content as string)).map(({ what, form }) => `${what} ${form}`)),
];
/** Something in front of it and something behind, as many bytes as one likes. */
const hidden = (text: string, behind: number) => Buffer.from(`${'x'.repeat(behind)}${text}yyy`);

describe('what is looked for', () => {
  it('is found as it is, and however it is written', () => {
    expect(found(`{"nik":"${nik}"}`)).toEqual(['A nik plain']);
    expect(found(`dear ${name.toUpperCase()}!`)).toEqual(['A name plain']);
    expect(found(`/v1/x?name=${encodeURIComponent(name)}`)).toEqual(['A name url-encoded']);
    expect(found([...nik].reverse().join(''))).toEqual(['A nik reversed']);
  });

  it.each([0, 1, 2, 3, 4, 5])('is found in Base64 and hex, behind %i other bytes', (behind) => {
    for (const text of [nik, name]) {
      expect(found(hidden(text, behind).toString('base64')).join()).toContain('base64');
      expect(found(hidden(text, behind).toString('base64url')).join()).toContain('base64');
      expect(found(hidden(text, behind).toString('hex')).join()).toContain('hex');
    }
  });

  it('is found as a hash without a key, raw or written', () => {
    for (const content of [sha(nik), sha(nik).toString('hex'), sha(nik).toString('base64')])
      expect(found(content).join()).toMatch(/A nik sha256/);
    expect(found(Buffer.concat([Buffer.from('ab'), sha(nik)]).toString('base64')).join()).toMatch(/sha256/);
  });

  it('is not found where it is masked, cut, or another one', () => {
    for (const content of ['3372************', nik.slice(0, 15), '3372055708900002', sha('x'), 'Kenari'])
      expect(found(content)).toEqual([]);
  });

  it('is found at the very beginning and end, and each once', () => {
    expect(found(nik)).toEqual(['A nik plain']);
    expect(found(`${nik}${nik}`)).toEqual(['A nik plain']);
    expect(found('')).toEqual([]);
  });

  it('is long enough to be told from chance', () =>
    expect(() => new Needles([{ what: 'A', form: 'plain', bytes: Buffer.from('abc') }])).toThrow(
      'too short',
    ));
});
