import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const above = (folder: string): string =>
  existsSync(join(folder, 'package-lock.json')) ? folder : above(dirname(folder));

/** The folder of the checkout, seen from the source as well as from `dist`. */
export const projectRoot = above(dirname(fileURLToPath(import.meta.url)));

/** The compiled form of a source file, by its path from the root without extension. */
export const compiled = (path: string): string => join(projectRoot, 'dist', `${path}.js`);
