import { describe, expect, it } from '@jest/globals';
import { stretchesOf } from './sourced.js';

/** The words of sources in brackets. */
const told = (sentence: string, sources: readonly string[]) =>
  stretchesOf(sentence, sources)
    .map(({ text, isOfSource }) => (isOfSource ? `[${text}]` : text))
    .join('');

describe('a sentence around words of sources', () => {
  it.each([
    ['penduduk bekerja are active members.', ['penduduk bekerja'], '[penduduk bekerja] are active members.'],
    ['of penduduk, not angkatan', ['angkatan', 'penduduk'], 'of [penduduk], not [angkatan]'],
    ['on penduduk; of penduduk', ['penduduk'], 'on [penduduk]; of [penduduk]'],
    ['penduduk bekerja, penduduk', ['penduduk', 'penduduk bekerja'], '[penduduk bekerja], [penduduk]'],
    ['nothing of it', ['penduduk'], 'nothing of it'],
    ['nothing of it', [''], 'nothing of it'],
  ])('%s', (sentence, sources, text) => expect(told(sentence, sources)).toBe(text));
});
