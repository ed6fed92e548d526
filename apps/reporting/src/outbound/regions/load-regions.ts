import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { parse } from 'csv-parse/sync';
import { RegionTree, type Region } from '../../domain/regions/region-tree.js';

/** From the country down, so that codes come before those that lie in them. */
const LEVELS = ['provinces', 'regencies', 'districts', 'villages'] as const;
const resolve = createRequire(import.meta.url).resolve;

/** The first field is the code, the last the name. */
const regionOf = (line: string): Region => {
  if (!line.includes('"')) {
    return { code: line.slice(0, line.indexOf(',')), name: line.slice(line.lastIndexOf(',') + 1) };
  }
  const [fields = []] = parse(line) as string[][];
  return { code: fields[0] ?? '', name: fields.at(-1) ?? '' };
};

function* regionsOf(texts: readonly string[]): Generator<Region> {
  for (const text of texts) {
    let start = text.indexOf('\n') + 1; // behind the head line
    while (start < text.length) {
      const end = text.indexOf('\n', start);
      const line = text.slice(start, end === -1 ? text.length : end).trimEnd();
      start = end === -1 ? text.length : end + 1;
      if (line !== '') yield regionOf(line);
    }
  }
}

/**
 * The regions of the country by decree of the Ministry of Home Affairs, as the package idn-area-data has them: 38
 * provinces, 514 regencies and cities, 7,285 districts, 83,762 villages. Codes have dots, names the usual spelling.
 * Its files are read line by line: the package's own functions make an object of every line at once, and the process
 * would keep 50 MB more for good.
 */
export const loadRegions = async (): Promise<RegionTree> => {
  const files = LEVELS.map((level) => resolve(`idn-area-data/data/${level}.csv`));
  return new RegionTree(regionsOf(await Promise.all(files.map((file) => readFile(file, 'utf8')))));
};
