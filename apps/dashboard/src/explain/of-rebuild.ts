import type { Rebuild, Rebuilds } from '../api/answers.js';
import type { Answered } from '../api/client.js';
import { instantInJakarta } from '../format/days.js';
import type { Shown } from '../words/shown.js';
import type { Definition, Input } from './definition.js';
import { definitionOfAnswer } from './of-answer.js';

type Compared = NonNullable<Rebuild['comparison']>['tables'][number];

/** The numbers of how far a rebuild is. */
export type RebuildMetric = 'read' | 'total' | 'perSecond' | 'left';
/** The numbers of a table that was compared. */
export type ComparedMetric = 'old' | 'new' | 'differing';

/** A rebuild with the answer that it stands in. */
export interface RebuildOf {
  readonly of: Answered<Rebuilds>;
  readonly rebuild: Rebuild;
}

const ofRebuild = (
  { of, rebuild }: RebuildOf,
  said: { readonly title: string; readonly meaning: string; readonly inputs: readonly Input[] },
  { words, whole, language }: Shown,
): Definition => {
  const { rebuilds, definitions } = words;
  return definitionOfAnswer(
    { address: `${of.address.split('?')[0]}/${rebuild.id}` },
    {
      ...said,
      inputs: [
        [rebuilds.rebuild, `${whole(rebuild.number)} (${rebuild.id})`],
        [rebuilds.since, instantInJakarta(rebuild.askedAt, language)],
        ...said.inputs,
      ],
      standing: { kind: 'other', text: definitions.bases.rebuild },
    },
  );
};

/** What is said of how far a rebuild is. */
export const rebuildDefinition = (metric: RebuildMetric, given: RebuildOf, shown: Shown): Definition => {
  const { titles, meanings } = shown.words.rebuilds;
  const { read, total } = given.rebuild.progress;
  const inputs: readonly Input[] = [
    [titles.read, shown.whole(read)],
    [titles.total, shown.whole(total)],
  ];
  return ofRebuild(given, { title: titles[metric], meaning: meanings[metric], inputs }, shown);
};

/** What is said of a table of the old figures beside that of the new ones. */
export const comparedDefinition = (
  metric: ComparedMetric,
  { table, ...given }: RebuildOf & { readonly table: Compared },
  shown: Shown,
): Definition => {
  const { columns, meanings } = shown.words.rebuilds;
  const inputs: readonly Input[] = [
    [columns.table, table.table],
    [columns.old, shown.whole(table.oldRows)],
    [columns.new, shown.whole(table.newRows)],
    [columns.differing, shown.whole(table.differing)],
  ];
  return ofRebuild(given, { title: columns[metric], meaning: meanings[metric], inputs }, shown);
};
