import { describe, expect, it } from '@jest/globals';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../stack/project-root.js';
import { cruise } from './cruise.js';

const PLANTED = join(projectRoot, 'tools/boundaries/planted');
const FILES_AT_LEAST = 700;

describe('the import table', () => {
  it('is kept by every file', async () => {
    const { files, violations } = await cruise(projectRoot);
    expect(violations).toEqual([]);
    expect(files).toBeGreaterThan(FILES_AT_LEAST);
  }, 60_000);

  it('has no rule that was not seen to fail', async () => {
    const rules = (await import(pathToFileURL(join(projectRoot, '.dependency-cruiser.mjs')).href)) as {
      default: { forbidden: { name: string }[] };
    };
    const { violations } = await cruise(PLANTED);
    const caught = violations.filter(({ rule, from }) => basename(from, '.ts') === rule);
    expect(new Set(caught.map(({ rule }) => rule))).toEqual(
      new Set(rules.default.forbidden.map(({ name }) => name)),
    );
  }, 60_000);
});
