import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '../../stack/project-root.js';
import { NAMES } from '../options.js';
import { pageOf } from './page.js';
import { QUANTITIES } from './quantities.js';
import type { BenchReport, Measured } from './results.js';

const digest = { count: 10, sum: 5, hash: 'ab' };
const payments: Measured = {
  name: 'payments',
  conditions: ['10 payments.'],
  figures: {
    'payments.ours': [4_000, 4_900],
    'payments.ledger': [16_345.6],
    'payments.naive': [800],
    'payments.ratio': [5.5],
  },
  proofs: [{ what: 'payments accepted', expected: digest, found: digest }],
  costs: [{ who: 'contribution', cpuSecondsPerMillion: { contribution: 90, Kafka: 20 }, peakMb: 180 }],
};
const report: BenchReport = {
  commit: 'abc',
  seed: 7,
  measuredAt: '2026-01-02T00:00:00.000Z',
  tookSeconds: 600,
  command: 'npm run bench -- all',
  isShort: false,
  machine: { cores: 2 },
  versions: { Node: '26' },
  calibrations: [
    { when: 'before', cpuSeconds: 1, syncsPerSecond: 900 },
    { when: 'payments', cpuSeconds: 1, syncsPerSecond: 900 },
  ],
  measurements: [payments],
  failures: [],
};
const rowOf = (page: string, what: string) => page.split('\n').find((line) => line.startsWith(`| ${what}`))!;

describe('the page', () => {
  const page = pageOf(report);

  it('shows floor, aim, median, rounds and verdict of a figure', () => {
    const cells = rowOf(page, 'payments from Kafka: to the ledger, published meanwhile')
      .split('|')
      .map((cell) => cell.trim());
    expect(cells.slice(2, 7)).toEqual(['15,000 /s', '35,000 /s', '16,346 /s', '', 'holds the floor']);
  });

  it('hides no miss', () => {
    const row = rowOf(page, 'payments from Kafka: to the ledger and published');
    expect(row).toContain('MISSES THE FLOOR');
    expect(row).toContain('4,450 /s');
    expect(row).toContain('4,000; 4,900');
  });

  it('shows a figure that was not measured as missed', () => {
    const { 'payments.ledger': _, ...figures } = payments.figures;
    const without = pageOf({ ...report, measurements: [{ ...payments, figures }] });
    expect(rowOf(without, 'payments from Kafka: to the ledger, published meanwhile')).toMatch(
      /nothing.*MISSES THE FLOOR/,
    );
  });

  it('says what the machine was and what it all cost', () => {
    expect(page).toContain('| cores | 2');
    expect(page).toMatch(/contribution \| itself 90, Kafka 20 +\| +180 MB/);
    expect(page).toContain('Right in every round: payments accepted.');
  });

  it('says so when a run does not count, was short, or the machine was not at rest', () => {
    const wrong = { ...payments, proofs: [{ ...payments.proofs[0]!, found: { ...digest, sum: 6 } }] };
    const calibrations = [...report.calibrations, { when: 'relay', cpuSeconds: 2, syncsPerSecond: 900 }];
    const bad = pageOf({ ...report, isShort: true, calibrations, measurements: [wrong] });
    expect(bad).toContain('**This run does not count.**');
    expect(bad).toContain('WRONG: payments accepted.');
    expect(bad).toContain('This was a short run');
    expect(bad).toContain('The calibration differed by 100 %');
    expect(page).not.toContain('does not count');
  });

  it('says how the machine was after each measurement, and which were not made', () => {
    expect(rowOf(page, 'after payments')).toMatch(/1 s.*900\/s/);
    expect(page).toMatch(/Not measured in this run: projection, country, .*footprint\./);
    const whole = NAMES.map((name) => ({ ...payments, name }));
    expect(pageOf({ ...report, measurements: whole })).not.toContain('Not measured');
  });
});

describe('the figures that are asked for', () => {
  it('have names of their own', () => {
    expect(new Set(QUANTITIES.map(({ key }) => key)).size).toBe(QUANTITIES.length);
  });

  it('aim at no less than their floors', () => {
    const short = QUANTITIES.filter(({ floor, aim, better }) => {
      if (floor === null || aim === null) return false;
      return better === 'more' ? aim < floor : aim > floor;
    });
    expect(short).toEqual([]);
  });
});

describe('docs/performance.md', () => {
  const inDocs = (name: string) => join(projectRoot, 'docs', name);
  const textOf = (name: string) => (existsSync(inDocs(name)) ? readFileSync(inDocs(name), 'utf8') : null);

  it('is what docs/evidence/bench.json says', () => {
    const evidence = textOf('evidence/bench.json');
    expect(textOf('performance.md')).toBe(evidence && pageOf(JSON.parse(evidence) as BenchReport));
  });
});
