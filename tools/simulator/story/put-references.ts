import { referencesOf } from '../../sample/references.js';
import type { Api } from '../api.js';

/** Puts denominators, targets, the area and the campaign on record with reporting; the same again changes nothing. */
export const putReferences = async (reporting: Api): Promise<number> => {
  const references = referencesOf();
  for (const { path, content } of references) await reporting.send({ method: 'PUT', path, body: content });
  return references.length;
};
