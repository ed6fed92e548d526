import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { jestStep } from '../check/jest-step.js';
import { leaveEvidence } from './kit/evidence.js';

const HISTORIES = '200';
const SPEC = 'apps/reporting/test/oracle.spec.ts';

interface Results {
  readonly seed: number;
  readonly histories: number;
  readonly questions: number;
}

/** `npm run test:long -- oracle [--seed N]`: the figures over HTTP against what the definitions say, at length. */
const options = { seed: { type: 'string', default: String(Math.floor(Date.now() / 86_400_000)) } } as const;
const { seed } = parseArgs({ options }).values;
const folder = await mkdtemp(join(tmpdir(), 'cakupan-oracle-'));
const file = join(folder, 'results.json');
try {
  const began = performance.now();
  console.log(`seed ${seed}`);
  const { passed, failed, problems } = await jestStep('integration', [SPEC], {
    CAKUPAN_ORACLE_HISTORIES: HISTORIES,
    CAKUPAN_ORACLE_SEED: seed,
    CAKUPAN_ORACLE_RESULTS: file,
  });
  for (const problem of problems) console.log(problem);
  if (failed > 0 || passed === 0) process.exitCode = 1;
  else {
    const results = JSON.parse(await readFile(file, 'utf8')) as Results;
    const seconds = Math.round((performance.now() - began) / 1_000);
    leaveEvidence('oracle', results.seed, { ...results, seconds });
  }
} finally {
  await rm(folder, { recursive: true });
}
