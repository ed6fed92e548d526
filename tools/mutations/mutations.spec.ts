import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '../stack/project-root.js';
import { mutated, type Mutation } from './mutation.js';
import { MUTATIONS } from './mutations.js';

const change: Mutation = {
  name: 'a change',
  breaks: 'everything',
  file: 'a.ts',
  from: 'guard();',
  to: '',
  caughtBy: { project: 'unit', spec: 'a.spec.ts' },
};

describe('a mutation', () => {
  it('changes the one place that it names', () =>
    expect(mutated(change, 'before(); guard(); after();')).toBe('before();  after();'));

  it.each(['before();', 'guard(); guard();'])('fails loudly where that is not one place: %s', (source) =>
    expect(() => mutated(change, source)).toThrow('a change: its text occurs'),
  );

  it.each(MUTATIONS.map((mutation) => [mutation.name, mutation] as const))(
    '"%s" fits the sources and the tests as they are',
    (_, mutation) => {
      const source = readFileSync(join(projectRoot, mutation.file), 'utf8');
      expect(mutated(mutation, source)).not.toBe(source);
      const { spec, tests } = mutation.caughtBy;
      expect(existsSync(join(projectRoot, spec))).toBe(true);
      expect(readFileSync(join(projectRoot, spec), 'utf8')).toContain(tests ?? '');
    },
  );

  it('has a name of its own', () =>
    expect(new Set(MUTATIONS.map(({ name }) => name)).size).toBe(MUTATIONS.length));
});
