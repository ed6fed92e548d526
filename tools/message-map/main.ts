import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../stack/project-root.js';
import { documentsOf } from './documents.js';

/** `npm run docs`: writes what is computed from the code. */
for (const { path, text } of await documentsOf(projectRoot)) {
  writeFileSync(join(projectRoot, path), text);
  console.log(path);
}
