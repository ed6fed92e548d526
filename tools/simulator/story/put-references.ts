import { inJakarta, STORY_BEGINS_ON } from '../../sample/instants.js';
import { referencesOf } from '../../sample/references.js';
import { registersOf } from '../../sample/registers.js';
import type { Story } from '../../sample/story.js';
import { forEachAtOnce, type Api } from '../api.js';

const AT_ONCE = 64;
/** Registers are as old as the story. */
const ENTERED_AT = inJakarta(STORY_BEGINS_ON, 6);

/** Puts denominators, targets and the area on record with reporting; the same again changes nothing. */
export const putReferences = async (reporting: Api): Promise<number> => {
  const references = referencesOf();
  for (const { path, content } of references) await reporting.send({ method: 'PUT', path, body: content });
  return references.length;
};

/** Enters channels, employers, sponsors and campaigns with enrollment; the same again changes nothing. */
export const putRegisters = async (story: Story, enrollment: Api): Promise<number> => {
  const registers = registersOf(story);
  await forEachAtOnce(registers, AT_ONCE, async ({ path, content }) => {
    await enrollment.send({ method: 'PUT', path, body: content, at: ENTERED_AT });
  });
  return registers.length;
};
