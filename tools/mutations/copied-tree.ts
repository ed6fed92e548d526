import { cp, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { mutated, type Mutation } from './mutation.js';

/** What is made, fetched or kept at the root of a checkout: none of it is source. */
const LEFT_OUT = new Set(['node_modules', 'dist', '.git', '.cakupan', '.cache', 'coverage']);

/** A copy of the sources, which may be changed, with the packages of the checkout. */
export class CopiedTree {
  private constructor(readonly root: string) {}

  static async of(checkout: string): Promise<CopiedTree> {
    const root = await realpath(await mkdtemp(join(tmpdir(), 'cakupan-mutations-')));
    await cp(checkout, root, { recursive: true, filter: (path) => !LEFT_OUT.has(relative(checkout, path)) });
    await symlink(join(checkout, 'node_modules'), join(root, 'node_modules'), 'dir');
    return new CopiedTree(root);
  }

  /** Does the work with the change in place, and takes it back. */
  async with<T>(mutation: Mutation, work: () => Promise<T>): Promise<T> {
    const file = join(this.root, mutation.file);
    const source = await readFile(file, 'utf8');
    await writeFile(file, mutated(mutation, source));
    try {
      return await work();
    } finally {
      await writeFile(file, source);
    }
  }

  async remove(): Promise<void> {
    await rm(this.root, { recursive: true, force: true });
  }
}
