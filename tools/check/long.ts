import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compiled } from '../stack/project-root.js';

const EXTENSION = '.js';

const namesIn = (folder: string): readonly string[] => {
  try {
    const files = readdirSync(folder).filter((file) => file.endsWith(EXTENSION));
    return files.map((file) => file.slice(0, -EXTENSION.length));
  } catch {
    return [];
  }
};

/** `npm run test:long -- NAME`: one of the trials that take longer than a test run may. */
const [name = '', ...rest] = process.argv.slice(2);
const script = compiled(`tools/long/${name}`);
const names = namesIn(dirname(compiled('tools/long/any')));
if (names.includes(name)) {
  process.argv = [process.execPath, script, ...rest];
  await import(pathToFileURL(script).href);
} else {
  console.log(`npm run test:long -- NAME, where NAME is one of: ${names.join(', ') || '(there is none)'}`);
  process.exitCode = 1;
}
