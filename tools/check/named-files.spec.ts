import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '../stack/project-root.js';

const NAMED = /`((?:apps|libs|tools|docs|test|deploy)\/[\w./-]+)`/g;

/** Paths that a page names, without those of patterns such as `apps/<service>/src`. */
const namedIn = (page: string) =>
  [...readFileSync(join(projectRoot, page), 'utf8').matchAll(NAMED)].map(([, path]) => path!);

describe.each(['README.md', 'docs/architecture.md'])('%s', (page) => {
  it('names files and folders', () => expect(namedIn(page).length).toBeGreaterThan(5));

  it.each(namedIn(page))('names %s, which is there', (path) =>
    expect(existsSync(join(projectRoot, path))).toBe(true),
  );
});

describe('the way of a payment from topic to figure', () => {
  it('takes seven files at most', () => {
    const [, section = ''] = readFileSync(join(projectRoot, 'README.md'), 'utf8').split(
      '## Follow a payment',
    );
    const steps = section.split('\n## ')[0]!.match(/^\d+\. `/gm) ?? [];
    expect(steps.length).toBeGreaterThan(3);
    expect(steps.length).toBeLessThanOrEqual(7);
  });
});
