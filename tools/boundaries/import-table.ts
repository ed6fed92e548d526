import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../stack/project-root.js';

const OWN = ['domain', 'use-cases', 'inbound', 'outbound'];
const LIBRARIES = ['kernel', 'contracts', 'messaging', 'persistence', 'http', 'observability'];
/** Packages that shape a program, by the words of the table. */
const SHAPING = { Nest: '@nestjs/common', TypeORM: 'typeorm', pg: 'pg', kafkajs: 'kafkajs' };
/** What no row allows. */
const NEVER = ['apps/two/src/index.ts', 'libs/testing/src/index.ts', 'tools/index.ts'];
const ANY_PACKAGE = 'fastify';

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

const ofPackages = ({ folder, mayImport }: Row): Target[] =>
  [
    ...Object.entries(SHAPING).map(([word, of]) => ({
      of,
      isAllowed: mayImport.split(/[ ,;]+/).includes(word),
    })),
    ...(/; no package$|^nothing$/.test(mayImport) ? [{ of: ANY_PACKAGE, isAllowed: false }] : []),
  ].filter(() => !folder.endsWith('.module.ts')); // modules wire whatever there is

/** Where a file of the row lies: in a service of the name of one, and where kafkajs has its door. */
const placeOf = ({ folder }: Row): string => {
  if (folder.endsWith('.module.ts')) return 'apps/one/src';
  const place = folder.includes('/src') ? folder.replace('*', 'one') : `${folder}/src`;
  return place === 'libs/messaging/src' ? `${place}/client` : place;
};

const isOwn = (place: string, of: string): boolean =>
  of.startsWith(`${place.replace(/\/client$/, '')}/index`);

/** Every row of the import table against all that it speaks of. */
export const importsOfTable = (): readonly Import[] =>
  rows().flatMap((row) => {
    const place = placeOf(row);
    return [
      ...(place.startsWith('apps/one') ? ofService(row) : []),
      ...ofLibraries(row),
      ...ofPackages(row),
      ...NEVER.map((of) => ({ of, isAllowed: false })),
    ]
      .filter(({ of }) => !isOwn(place, of))
      .map((target, number) => ({ from: `${place}/imports-${number}.ts`, ...target }));
  });
