import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const LEVELS = ['provinces', 'regencies', 'districts', 'villages'];

/** All region codes that there are. */
export const regionCodes = (): ReadonlySet<string> =>
  new Set([
    'ID',
    ...LEVELS.flatMap((level) =>
      readFileSync(require.resolve(`idn-area-data/data/${level}.csv`), 'utf8')
        .split('\n')
        .slice(1)
        .map((row) => row.slice(0, row.indexOf(','))),
    ),
  ]);
