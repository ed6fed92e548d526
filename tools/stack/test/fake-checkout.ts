import { chmodSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERVICES } from '../infrastructure/infrastructure.js';
import { projectRoot } from '../project-root.js';

/** Answers when it is ready; dies when it is asked to, and at once while the file `dying` lies in its folder. */
const SERVICE = `
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
if (existsSync(process.env.CAKUPAN_DATA + '/dying')) { console.error('no heart'); process.exit(7); }
createServer((request, response) => {
  if (request.url === '/die') process.exit(3);
  response.end(JSON.stringify(process.env));
}).listen(Number(process.env.PORT), '127.0.0.1');
`;

/** Fails the first time, half way through. */
const LOADER = `
import { existsSync, writeFileSync } from 'node:fs';
const tried = process.argv[process.argv.indexOf('--data') + 1] + '/files';
if (!existsSync(tried)) { writeFileSync(tried, ''); console.log('half of it'); process.exit(1); }
console.log('the rest');
`;

/** Makes the folder a checkout whose tools are the real ones, with small stand-ins for the services and for the loader. */
export const fakeCheckout = (root: string): void => {
  for (const name of [
    'package.json',
    'package-lock.json',
    'docker-compose.yml',
    'deploy/kafka',
    'dist/libs',
    'dist/tools',
  ]) {
    cpSync(join(projectRoot, name), join(root, name), { recursive: true });
  }
  symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'));
  for (const name of SERVICES) {
    mkdirSync(join(root, 'dist/apps', name, 'src'), { recursive: true });
    writeFileSync(join(root, 'dist/apps', name, 'src/main.js'), SERVICE);
  }
  mkdirSync(join(root, 'dist/tools/simulator'), { recursive: true });
  writeFileSync(join(root, 'dist/tools/simulator/load-sample.js'), LOADER);
  chmodSync(root, 0o700);
};
