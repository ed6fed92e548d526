import { describe, expect, it } from '@jest/globals';
import { cpuSecondsOf, megabytesIn, peakMbOf, residentMbOf, statOf } from './usage.js';

describe('what the kernel says of a process', () => {
  it('is read behind a name with brackets', () => {
    const text = '812 (node (bench) x) S 811 812 812 0 -1 4194560 1 2 3 4 150 50 7 3 20 0 11 0 100 5 6';
    expect(statOf(text)).toEqual({ parent: 811, own: 2, ofEndedChildren: 0.1 });
  });

  it('is megabytes of a million bytes', () => {
    const status = 'Name:\tnode\nVmHWM:\t  250000 kB\nVmRSS:\t  125000 kB\n';
    expect(megabytesIn(status, 'VmHWM')).toBe(256);
    expect(megabytesIn(status, 'VmRSS')).toBe(128);
    expect(() => megabytesIn('Name:\tnode\n', 'VmRSS')).toThrow('VmRSS');
  });

  it('grows with what this very process does', () => {
    const before = cpuSecondsOf(process.pid);
    for (const until = performance.now() + 60; performance.now() < until;) Math.sqrt(before);
    expect(cpuSecondsOf(process.pid)).toBeGreaterThan(before);
    expect(peakMbOf(process.pid)).toBeGreaterThanOrEqual(residentMbOf(process.pid) - 1);
  });

  it('is nothing of a process that there is not', () => {
    expect(() => cpuSecondsOf(2 ** 22 + 1)).toThrow('has ended');
  });
});
