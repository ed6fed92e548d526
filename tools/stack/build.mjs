// Makes `dist` from the sources. Plain JavaScript, because it runs before there is anything compiled, and
// because it must be able to say so when Node is too old for the rest.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const NODE_NEEDED = 26;
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const end = (sentence) => {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
};

const run = (script, args) => {
  const done = spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  if (done.status !== 0) end(`The build failed.\n${done.stdout ?? ''}${done.stderr ?? ''}`);
};

if (Number(process.versions.node.split('.')[0]) < NODE_NEEDED) {
  end(
    `Node ${process.versions.node} is too old: ${NODE_NEEDED} is needed. npm ci installs it beside the other packages; start through npm (npm start, npm test).`,
  );
}

if (process.argv.includes('--when-missing') && existsSync(join(root, 'dist/tools'))) process.exit(0);

// A command may run beside services that were started from `dist`: it takes what is there.
if (process.argv.includes('--if-missing') && existsSync(join(root, 'dist/tools/cli/main.js')))
  process.exit(0);

const ignored = ['**/*.spec.ts', '**/test/**', '**/planted/**', 'apps/dashboard/**'];
run('@swc/cli/bin/swc.js', [
  'apps',
  'libs',
  'tools',
  '-d',
  'dist',
  '--copy-files',
  '-q',
  '--ignore',
  ignored.join(','),
]);
if (existsSync(join(root, 'apps/dashboard/index.html'))) {
  run('vite/bin/vite.js', ['build', 'apps/dashboard', '--logLevel', 'error']);
}
