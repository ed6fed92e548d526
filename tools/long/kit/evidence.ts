import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../stack/project-root.js';

/** Of what was begun with, wherever the folder has gone when the check is over. */
const commit = execFileSync('git', ['describe', '--always', '--dirty', '--abbrev=12'], {
  cwd: projectRoot,
  encoding: 'utf8',
}).trim();

/** Leaves what a long check found in `docs/evidence/NAME.json`, with the commit, the seed and the kind of machine. */
export const leaveEvidence = (name: string, seed: number, figures: object): void => {
  const folder = join(projectRoot, 'docs/evidence');
  mkdirSync(folder, { recursive: true });
  const machine = {
    cores: availableParallelism(),
    memoryGib: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
  };
  const evidence = { name, commit, seed, measuredAt: new Date().toISOString(), machine, figures };
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(evidence, null, 2)}\n`);
  console.log(JSON.stringify(evidence, null, 2));
};
