import { describe, expect, it } from '@jest/globals';
import type { Proof, Reading, Rebuild, Rebuilds } from '../api/answers.js';
import { flowsOf } from '../model/flow.js';
import { READING, PROOF, REBUILD } from '../model/operations.example.js';
import { shownIn } from '../words/shown.js';
import { appliedDefinition, flowDefinition } from './of-flow.js';
import { partitionDefinition, verdictDefinition } from './of-proof.js';
import { comparedDefinition, rebuildDefinition } from './of-rebuild.js';

const shown = shownIn('en');
const answered = <Body>(body: Body, path: string) => ({
  body,
  address: `http://cakupan.test/v1/${path}`,
  sentAt: null,
});
const lines = (inputs: readonly (readonly [string, string])[]) => inputs.map((input) => input.join(': '));

describe('what is said of the flow of a topic', () => {
  const of = answered<Reading>(READING, 'freshness');
  const [flow] = flowsOf({ atMs: 0, topics: READING.topics }, null);

  it('is how much of the log is read, as far as the answer itself says', () => {
    const { calculation, inputs, standing, address } = flowDefinition('lag', { of, flow: flow! }, shown);
    expect(calculation).toBe('1,234 − 1,200 = 34');
    expect(lines(inputs)).toContain('Topic: claims.claims.v1');
    expect(standing).toEqual({ kind: 'heard', freshness: READING });
    expect(address).toBe('http://cakupan.test/v1/freshness');
  });

  it('has no denominator and no calculation of what a page saw between two looks', () => {
    const { calculation, inputs } = flowDefinition('written', { of, flow: flow! }, shown);
    expect(calculation).toBeNull();
    expect(lines(inputs).some((line) => line.startsWith('Denominator'))).toBe(false);
  });

  it('of all events names how far each topic is read', () =>
    expect(lines(appliedDefinition(of, shown).inputs)).toEqual(['claims.claims.v1: 1,200']));
});

describe('what is said of the proof', () => {
  const of = answered<Proof>(PROOF, 'proof');
  const [partition] = PROOF.partitions;

  it('of a partition is what was taken beside what its owner says', () => {
    const { calculation, inputs } = partitionDefinition('lag', { of, partition: partition! }, shown);
    expect(calculation).toBe('910 − 903 = 7');
    expect(lines(inputs)).toContain('By its owner: 905 (00000000000000ab)');
    expect(partitionDefinition('proven', { of, partition: partition! }, shown).calculation).toBeNull();
  });

  it('leaves out what the owner has not said yet', () => {
    const silent = { ...partition!, owner: null };
    const { inputs } = partitionDefinition('read', { of, partition: silent }, shown);
    expect(lines(inputs).some((line) => line.startsWith('By its owner'))).toBe(false);
  });

  it('as a whole is how much differs, waits and was given up', () =>
    expect(lines(verdictDefinition(of, shown).inputs)).toEqual([
      'Partition: 1',
      'Differences: 1',
      'Messages that wait to be looked at: 4',
      'Messages discarded: 1',
    ]));
});

describe('what is said of a rebuild', () => {
  const given = {
    of: answered<Rebuilds>({ items: [REBUILD], next: null }, 'rebuilds?limit=3'),
    rebuild: REBUILD as Rebuild,
  };

  it('asks for that one alone', () => {
    const { address, inputs, standing } = rebuildDefinition('read', given, shown);
    expect(address).toBe(`http://cakupan.test/v1/rebuilds/${REBUILD.id}`);
    expect(lines(inputs)).toContain('All messages: 5,005');
    expect(standing.kind).toBe('other');
  });

  it('compares a table of the old figures with that of the new ones', () => {
    const [table] = REBUILD.comparison!.tables;
    const { title, inputs } = comparedDefinition('differing', { ...given, table: table! }, shown);
    expect(title).toBe('Differing');
    expect(lines(inputs).slice(-3)).toEqual(['Old rows: 701', 'New rows: 702', 'Differing: 3']);
  });
});
