/**
 * How to add an event type. The chapter itself is [a page](05-how-to-add-an-event-type.md), since its examples are
 * files. Here the page is held to what it promises: what stands on it is done in a copy of the project, in the order of
 * the page and by nothing else. The compiler names the places, the tests that look at the whole project are not in the way, and what the bank says to the
 * one service leads to a figure of another that can be read.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CopiedTree } from '../../tools/mutations/copied-tree.js';
import { tryTests } from '../../tools/mutations/trial.js';
import { run } from '../../tools/stack/processes/run.js';
import { projectRoot } from '../../tools/stack/project-root.js';
import { apply, editsIn, type Edit } from './kit/change.js';
import { complaintsIn, filesNamedIn, typeErrorsIn } from './kit/compiled.js';

const page = readFileSync(join(projectRoot, 'docs/guide/05-how-to-add-an-event-type.md'), 'utf8');
const edits = editsIn(page);
const files = [...new Set(edits.map(({ file }) => file))];
const RULE = 'apps/claims/src/domain/claim/disbursement.ts';
/** A minute in all on a quiet machine; others may be at work on this one. */
const LONG_MS = 600_000;

let copy: CopiedTree;
beforeAll(async () => {
  copy = await CopiedTree.of(projectRoot);
  await run('git', ['init', '--quiet'], { cwd: copy.root }); // the tidy test asks git which files there are
}, LONG_MS);
afterAll(() => copy.remove());

const failedIn = async (project: 'unit' | 'e2e', spec: string) =>
  (await tryTests(copy.root, { project, spec })).failed;

describe('the change on the page', () => {
  it('takes eight files at most', () => {
    expect(files.length).toBeGreaterThan(5);
    expect(files.length).toBeLessThanOrEqual(8);
  });

  it('is new to the project', () => {
    const isThere = (edit: Edit) =>
      'to' in edit
        ? readFileSync(join(projectRoot, edit.file), 'utf8').includes(edit.to)
        : existsSync(join(projectRoot, edit.file));
    expect(edits.filter(isThere)).toEqual([]);
  });

  it(
    'is led by the compiler: with the rule written, it names the file that publishes',
    async () => {
      const rule = files.indexOf(RULE);
      for (const edit of edits) if (files.indexOf(edit.file) <= rule) await apply(copy.root, edit);
      expect(filesNamedIn(await typeErrorsIn(copy.root))).toEqual([files[rule + 1]]);
      for (const edit of edits) if (files.indexOf(edit.file) > rule) await apply(copy.root, edit);
      expect(await typeErrorsIn(copy.root)).toBe('');
    },
    LONG_MS,
  );

  it(
    'is written as all the rest is',
    async () => {
      expect(await complaintsIn(copy.root, 'prettier/bin/prettier.cjs', '--check', ...files)).toBe('');
      expect(await complaintsIn(copy.root, 'oxlint/bin/oxlint', '--deny-warnings', ...files)).toBe('');
    },
    LONG_MS,
  );

  it.each([
    'tools/boundaries/boundaries.spec.ts',
    'tools/tidy/tidy.spec.ts',
    'libs/contracts/src/events.spec.ts',
    'apps/claims/src/domain/claim/claim.spec.ts',
    'apps/claims/src/domain/claim/partly-returned.spec.ts',
  ])(
    'holds what %s asks for',
    async (spec) => {
      expect(await failedIn('unit', spec)).toEqual([]);
    },
    LONG_MS,
  );

  it(
    'leads from what the bank says to the figure',
    async () => {
      expect(await run('npm', ['run', 'build'], { cwd: copy.root })).toMatchObject({ succeeded: true });
      expect(await failedIn('e2e', 'test/e2e/partly-returned.spec.ts')).toEqual([]);
    },
    LONG_MS,
  );

  it(
    'shows in the documents, once they are written again',
    async () => {
      const current = 'tools/message-map/documents.spec.ts';
      const stale = (await failedIn('unit', current)).map(({ test }) => test);
      expect(stale).toEqual([
        expect.stringContaining('asyncapi.json is current'),
        expect.stringContaining('message-map.md is current'),
      ]);
      expect(await run('npm', ['run', 'docs'], { cwd: copy.root })).toMatchObject({ succeeded: true });
      expect(await failedIn('unit', current)).toEqual([]);
      expect(readFileSync(join(copy.root, 'docs/message-map.md'), 'utf8')).toContain(
        '| `claims.benefit-partly-returned.v1` |',
      );
    },
    LONG_MS,
  );
});
