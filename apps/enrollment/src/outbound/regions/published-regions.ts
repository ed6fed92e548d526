import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Regions } from '../../use-cases/regions.js';

/** The levels of the published list, from provinces to villages; a row begins with the code. */
const LEVELS = ['provinces', 'regencies', 'districts', 'villages'];
const COUNTRY = 'ID';

const require = createRequire(import.meta.url);

const codesOf = async (level: string): Promise<string[]> => {
  const text = await readFile(require.resolve(`idn-area-data/data/${level}.csv`), 'utf8');
  return text
    .split('\n')
    .slice(1)
    .filter((row) => row !== '')
    .map((row) => row.slice(0, row.indexOf(',')));
};

/** The regions of Kepmendagri 300.2.2-2138 of 2025, as the package idn-area-data publishes them. */
export class PublishedRegions extends Regions {
  private constructor(private readonly codes: ReadonlySet<string>) {
    super();
  }

  static async load(): Promise<PublishedRegions> {
    const levels = await Promise.all(LEVELS.map(codesOf));
    return new PublishedRegions(new Set([COUNTRY, ...levels.flat()]));
  }

  override has(code: string): boolean {
    return this.codes.has(code);
  }
}
