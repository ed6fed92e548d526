import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { asyncApiOf, type About } from './asyncapi/document.js';
import { reportingTypes } from './openapi/reporting-types.js';
import { pageOf } from './page/page.js';
import { listenersIn } from './read/listeners.js';
import { writersIn } from './read/writers.js';

/** A file that is computed. */
export interface Document {
  /** From the checkout's root. */
  readonly path: string;
  readonly text: string;
}

/** What the project says about its messages and to its dashboard, as it must stand in the checkout. */
export const documentsOf = async (root: string): Promise<readonly Document[]> => {
  const about = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as About;
  const listeners = listenersIn(root);
  const map = 'docs/message-map.md';
  const types = 'apps/dashboard/src/api/reporting.d.ts';
  const style = await resolveConfig(join(root, map));
  const formatted = async (path: string, text: string): Promise<Document> => ({
    path,
    text: await format(text, { ...style, filepath: path }),
  });
  return [
    { path: 'docs/asyncapi.json', text: `${JSON.stringify(asyncApiOf(about, listeners), null, 2)}\n` },
    await formatted(map, pageOf(listeners, writersIn(root))),
    await formatted(types, await reportingTypes()),
  ];
};
