import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../stack/project-root.js';
import { problemsOf, problemsOfAll, problemsOfTest, type Source } from './problems.js';

const RUNS = /^(apps|libs|tools)\/.*\.(tsx?|mjs)$/;
/** What is planted for this test is not looked for in it. */
const PLANTED = /\/planted\/|^tools\/tidy\//;
const IS_TEXT = /^(apps|libs|tools|test|docs)\/.*\.(tsx?|mjs)$/;
const DOES_NOT_RUN = /\.spec\.tsx?$|\.d\.ts$|\/test\/|\/testing\/|\/planted\/|^tools\/tidy\//;

/** What git knows of, or would. */
const sources = (isWanted: (path: string) => boolean): readonly Source[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: projectRoot,
    encoding: 'utf8',
    maxBuffer: 16 * 1024 * 1024,
  })
    .split('\n')
    .filter((path) => isWanted(path) && existsSync(join(projectRoot, path)))
    .map((path) => ({ path, text: readFileSync(join(projectRoot, path), 'utf8') }));

const lines = (count: number) => 'x;\n'.repeat(count);
const functionOf = (count: number) => `const f = () => {\n${lines(count - 2)}};\n`;
const told = (text: string, path = 'apps/claims/src/domain/claim/claim.ts') => problemsOf({ path, text });

describe('the project', () => {
  it('is tidy', () => {
    const all = sources((path) => RUNS.test(path) && !DOES_NOT_RUN.test(path));
    expect(all.length).toBeGreaterThan(600);
    expect([...all.flatMap(problemsOf), ...problemsOfAll(all)]).toEqual([]);
  });
});

describe('its tests', () => {
  it('are whole: all run, and none makes itself easy', () => {
    const isTest = (path: string) => IS_TEXT.test(path) && DOES_NOT_RUN.test(path) && !PLANTED.test(path);
    const others = (path: string) => IS_TEXT.test(path) && /^(test|docs)\//.test(path);
    const all = sources((path) => isTest(path) || others(path));
    expect(all.length).toBeGreaterThan(500);
    expect(all.flatMap(problemsOfTest)).toEqual([]);
  });
});

describe('the tidy test', () => {
  it.each([
    ['const now = new Date();', 'ask the Clock'],
    ['const now = Date.now();', 'ask the Clock'],
    ["console.log('here');", 'use the injected logger'],
    ["const port = process.env['PORT'];", "read it in the service's config.ts"],
    ['const it = given as any;', 'narrow it with a type guard, or say unknown'],
    ['// TODO later', 'finish it'],
    ['// @ts-ignore', 'mend what is complained of'],
    ["it.skip('works', () => {});", 'let every test run'],
    ['const chance = Math.random();', 'take chance as an argument'],
  ])('finds %s', (line, instead) => {
    expect(told(`a;\n${line}\n`)).toEqual([`apps/claims/src/domain/claim/claim.ts:2: ${instead}`]);
  });

  it.each([
    ["it.todo('works');", 'let every test run'],
    ["describe.only('all', () => {});", 'let every test run'],
    ['// FIXME', 'finish it'],
    ['// @ts-nocheck', 'mend what is complained of'],
  ])('finds %s in a test, too', (line, instead) => {
    const path = 'apps/claims/test/claims.spec.ts';
    expect(problemsOfTest({ path, text: `const now = Date.now();\n${line}\n` })).toEqual([
      `${path}:2: ${instead}`,
    ]);
  });

  it('finds values that are written into SQL', () => {
    const path = 'apps/claims/src/outbound/persistence/claims.ts';
    const naive = 'tx.query(`select 1 from claim where id = ${id} and day = $1`, [day]);\n';
    expect(told(naive, path)).toEqual([`${path}:1: give values to SQL as parameters`]);
    expect(told('tx.query(`select 1 from claim where id = $1`, [id]);\n', path)).toEqual([]);
  });

  it('lets a thing be where its place is', () => {
    expect(told('export const config = () => process.env;\n', 'apps/claims/src/config.ts')).toEqual([]);
    expect(told("console.log('ready');\n", 'tools/stack/start.ts')).toEqual([]);
  });

  it('finds files of more than 200 lines and functions of more than 50', () => {
    expect(told(lines(200))).toEqual([]);
    expect(told(lines(201))).toHaveLength(1);
    expect(told(functionOf(50))).toEqual([]);
    expect(told(functionOf(51))).toEqual([
      'apps/claims/src/domain/claim/claim.ts:1: f has 51 lines: name its parts',
    ]);
    const component = `const F = () => (\n  <p>\n${'    <b />\n'.repeat(47)}  </p>\n);\n`;
    expect(told(component, 'apps/dashboard/src/parts/f.tsx')).toHaveLength(1);
    expect(told(component.replace('    <b />\n', ''), 'apps/dashboard/src/parts/f.tsx')).toEqual([]);
  });

  it('finds what lies more than four folders deep', () => {
    expect(told('', 'apps/claims/src/a/b/c/d/file.ts')).toEqual([]);
    expect(told('', 'apps/claims/src/a/b/c/d/e/file.ts')).toHaveLength(1);
  });

  it('finds a project whose files or functions are long as a rule', () => {
    const all = (text: string) => Array.from({ length: 10 }, () => ({ path: 'libs/kernel/src/a.ts', text }));
    expect(problemsOfAll(all(functionOf(20)))).toEqual([]);
    expect(problemsOfAll(all(functionOf(26)))).toEqual([
      'the function at the ninetieth percentile is 26 lines, over 25',
    ]);
    expect(problemsOfAll(all(lines(51)))).toEqual(['the median file is 51 lines, over 50']);
    const some = (long: number) => [...all(lines(10)).slice(0, 8), ...all(lines(long)).slice(0, 2)];
    expect(problemsOfAll(some(120))).toEqual([]);
    expect(problemsOfAll(some(121))).toEqual(['the file at the ninetieth percentile is 121 lines, over 120']);
  });
});
