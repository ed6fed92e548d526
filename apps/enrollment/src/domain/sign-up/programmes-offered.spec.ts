import { describe, expect, it } from '@jest/globals';
import type { Programme, Segment } from '#libs/kernel';
import { isOffered, type EmployerSize } from './programmes-offered.js';

const offered = (segment: Segment, programmes: string, on = '2024-12-17', size: EmployerSize | null = null) =>
  isOffered(segment, programmes.split(' ') as Programme[], on, size);

describe('the programmes that a segment offers', () => {
  it.each([
    ['BPU', 'JKK JKM'],
    ['BPU', 'JKM JKK'],
    ['BPU', 'JKK JKM JHT'],
    ['PU', 'JKK JKM'],
    ['PU', 'JKK JKM JHT'],
    ['PU', 'JKK JKM JHT JP'],
    ['PU', 'JKK JKM JHT JP JKP'],
    ['JAKON', 'JKK JKM'],
    ['PMI', 'JKK JKM'],
    ['PMI', 'JKK JKM JHT'],
  ] as [Segment, string][])('%s: %s', (segment, programmes) =>
    expect(offered(segment, programmes)).toBe(true),
  );

  it.each([
    ['BPU', 'JHT'],
    ['BPU', 'JKK'],
    ['BPU', 'JKK JKK'],
    ['BPU', 'JKK JKM JP'],
    ['BPU', 'JKK JKM JHT JP'],
    ['PU', 'JKK JKM JP'],
    ['PU', 'JKK JKM JHT JKP'],
    ['JAKON', 'JKK JKM JHT'],
    ['PMI', 'JKK JKM JHT JP'],
  ] as [Segment, string][])('not %s: %s', (segment, programmes) =>
    expect(offered(segment, programmes)).toBe(false),
  );

  it('has pensions from 1 July 2015 on', () => {
    expect(offered('PU', 'JKK JKM JHT JP', '2015-06-30')).toBe(false);
    expect(offered('PU', 'JKK JKM JHT JP', '2015-07-01')).toBe(true);
  });

  it.each([
    ['micro', 'JKK JKM', true],
    ['small', 'JKK JKM', false],
    ['small', 'JKK JKM JHT', true],
    ['medium', 'JKK JKM JHT', false],
    ['medium', 'JKK JKM JHT JP', true],
    ['large', 'JKK JKM JHT', false],
    ['micro', 'JKK JKM JHT JP JKP', true],
  ] as [EmployerSize, string, boolean][])('a %s employer with %s: %s', (size, programmes, answer) =>
    expect(offered('PU', programmes, '2024-12-17', size)).toBe(answer),
  );
});
