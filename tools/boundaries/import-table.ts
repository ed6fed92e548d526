import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../stack/project-root.js';

const OWN = ['domain', 'use-cases', 'inbound', 'outbound'];
const LIBRARIES = ['kernel', 'contracts', 'messaging', 'persistence', 'http', 'observability'];
/** Packages that the table writes otherwise than they are imported. */
const PACKAGES: Readonly<Record<string, string>> = { Nest: '@nestjs/common', TypeORM: 'typeorm' };
const SHAPING = ['Nest', 'TypeORM', 'pg', 'kafkajs'];
/** A package that is there and that no row names. */
const UNLISTED = 'echarts';
/** What no row allows. */
const NEVER = ['apps/two/src/index.ts', 'libs/testing/src/index.ts', 'tools/index.ts'];

/** A file that imports one thing, a file below the root or a package, and whether the table lets it. */
export interface Import {
  readonly from: string;
  readonly of: string;
  readonly isAllowed: boolean;
}

interface Row {
  /** As written: `apps/…/src/domain`, with a star for the name. */
  readonly folder: string;
  readonly mayImport: string;
}

type Target = Pick<Import, 'of' | 'isAllowed'>;

/** The rows of the table in the document on the architecture. */
const rows = (): readonly Row[] =>
  [
    ...readFileSync(join(projectRoot, 'docs/architecture.md'), 'utf8').matchAll(
      /^\| `((?:apps|libs)\/[^`]+)`.*?\| (.*?) *\|$/gm,
    ),
  ].map(([, folder, mayImport]) => ({ folder: folder!, mayImport: mayImport! }));

const ofService = ({ mayImport }: Row): Target[] =>
  OWN.map((name) => ({
    of: `apps/one/src/${name}/index.ts`,
    isAllowed: mayImport.includes(`\`${name}\``) || mayImport.startsWith('everything of its own service'),
  }));

const ofLibraries = ({ mayImport }: Row): Target[] =>
  LIBRARIES.map((name) => ({
    of: `libs/${name}/src/index.ts`,
    isAllowed: [`\`${name}\``, `\`libs/${name}\``, '`libs`'].some((words) => mayImport.includes(words)),
  }));

const wordsOf = ({ mayImport }: Row) => mayImport.split(/[ ,;]+/);

/** What the rows name beside the project's own parts, and one thing that none does. The page has packages of its own. */
const packagesOf = (all: readonly Row[], { folder }: Row): readonly string[] => {
  if (folder === 'apps/dashboard') return SHAPING;
  const named = all.flatMap(wordsOf).filter((word) => word in PACKAGES || isInstalled(word));
  return [...new Set([...named, ...SHAPING, UNLISTED])];
};

const isInstalled = (word: string): boolean =>
  /^(@[a-z-]+\/)?[a-z][a-z0-9-]+$/.test(word) && existsSync(join(projectRoot, 'node_modules', word));

const ofPackages = (all: readonly Row[], row: Row): Target[] =>
  packagesOf(all, row).map((word) => ({
    of: PACKAGES[word] ?? word,
    isAllowed: wordsOf(row).includes(word),
  }));

/** Where a file of the row lies: in a service of the name of one, and where kafkajs has its door. */
const placeOf = ({ folder }: Row): string => {
  if (folder.endsWith('/*.ts')) return 'apps/one/src';
  const place = folder.includes('/src') ? folder.replace('*', 'one') : `${folder}/src`;
  return place === 'libs/messaging/src' ? `${place}/client` : place;
};

const isOwn = (place: string, of: string): boolean =>
  of.startsWith(`${place.replace(/\/client$/, '')}/index`);

/** Every row of the import table against all that it speaks of. */
export const importsOfTable = (): readonly Import[] =>
  rows().flatMap((row, _, all) => {
    const place = placeOf(row);
    return [
      ...(place.startsWith('apps/one') ? ofService(row) : []),
      ...ofLibraries(row),
      ...ofPackages(all, row),
      ...NEVER.map((of) => ({ of, isAllowed: false })),
    ]
      .filter(({ of }) => !isOwn(place, of))
      .map((target, number) => ({ from: `${place}/imports-${number}.ts`, ...target }));
  });

const foldersIn = (path: string): readonly string[] =>
  readdirSync(join(projectRoot, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

/** Folders of services and libraries that no row is about: whatever lies there is held to nothing. */
export const foldersWithoutRow = (): readonly string[] => {
  const services = foldersIn('apps').filter((name) => name !== 'dashboard');
  const parts = services.flatMap((name) => foldersIn(`apps/${name}/src`)).map((part) => `apps/*/src/${part}`);
  const all = [...new Set(parts), ...foldersIn('libs').map((name) => `libs/${name}`), 'apps/dashboard'];
  return all.filter((folder) => rows().every((row) => row.folder !== folder));
};
