import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readContents, writeContents } from '../start/contents.js';
import { StackFile, type Stack } from '../start/stack-file.js';

const folder = process.env['CAKUPAN_DATA'] ?? '/data';
const contents = join(folder, 'contents.json');

/** Loads the sample data into the system of `docker-compose.yml`, once; a second run goes on where the first stopped. */
const load = async (): Promise<void> => {
  const noted = readContents(contents);
  if (noted?.contents !== 'sample-loading') return console.log('There is nothing to load.');
  process.argv.push('--data', folder, '--scale', String(noted.scale));
  const file = join(folder, 'stack.json');
  const stack = JSON.parse(readFileSync(file, 'utf8')) as Stack;
  await import('../../simulator/load-sample.js');
  writeContents(contents, { ...noted, contents: 'sample-loaded' });
  new StackFile(file).publish({ ...stack, sample: 'loaded' });
  console.log('The sample data is loaded.');
};

await load();
