import type { Imported } from '../api/answers.js';
import type { Shown } from '../words/shown.js';
import type { Definition } from './definition.js';

/** What may become of a row of a file. */
export type RowResult = 'recorded' | 'unchanged' | 'refused';

/** What is said of how many rows of a file came to something. */
export const importDefinition = (
  result: RowResult,
  imported: Imported,
  { words, whole }: Shown,
): Definition => {
  const { results, rows, kinds, fields } = words.targets;
  return {
    title: results[result].title,
    meaning: results[result].meaning,
    calculation: null,
    inputs: [
      [fields.kind, kinds[imported.kind]],
      [rows, whole(imported.rows.length)],
    ],
    address: null,
    standing: { kind: 'other', text: words.definitions.bases.file },
  };
};
