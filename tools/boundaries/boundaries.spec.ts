import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../stack/project-root.js';
import { cruise } from './cruise.js';
import { foldersWithoutRow, importsOfTable, type Import } from './import-table.js';

const PLANTED = join(projectRoot, 'tools/boundaries/planted');
const FILES_AT_LEAST = 700;

/** A project, below the root because of the packages, in which each file has the one import. */
const planted = (imports: readonly Import[]): string => {
  mkdirSync(join(projectRoot, 'dist'), { recursive: true });
  const root = mkdtempSync(join(projectRoot, 'dist/imports-'));
  const write = (path: string, text: string) => {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
  };
  for (const { from, of } of imports) {
    const isFile = of.endsWith('.ts');
    if (isFile) write(of, 'export const it = 1;\n');
    const path = isFile ? relative(dirname(from), of).replace(/\.ts$/, '.js') : of;
    write(from, `import '${path.startsWith('.') || !isFile ? path : `./${path}`}';\n`);
  }
  return root;
};

describe('the import table', () => {
  const imports = importsOfTable();
  let root: string | null = null;
  let caught: ReadonlySet<string>;

  beforeAll(async () => {
    root = planted(imports);
    caught = new Set((await cruise(root)).violations.map(({ from }) => from));
  }, 60_000);
  afterAll(() => {
    if (root !== null) rmSync(root, { recursive: true });
  });

  it('has a row for each folder, and allows and forbids', () => {
    expect(foldersWithoutRow()).toEqual([]);
    expect(new Set(imports.map(({ from }) => dirname(from))).size).toBe(13);
    expect(imports.filter(({ isAllowed }) => isAllowed).length).toBeGreaterThan(30);
    expect(imports.filter(({ isAllowed }) => !isAllowed).length).toBeGreaterThan(100);
  });

  it.each(imports)('of $of in $from: allowed is $isAllowed', ({ from, isAllowed }) => {
    expect(caught.has(from)).toBe(!isAllowed);
  });

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
