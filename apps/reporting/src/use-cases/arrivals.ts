import { contributionsTopic, membersTopic } from '#libs/contracts';
import { compactId } from '../domain/coverage/fact.js';
import type { Arrival } from '../domain/coverage/history.js';
import type { RegionTree } from '../domain/regions/region-tree.js';
import { factsOf, type PersonMessage } from './facts-of-messages.js';

/** Topics about persons by the letter that stands for each in a stream. */
const LETTERS: Readonly<Record<string, string>> = {
  [membersTopic.name]: 'm',
  [contributionsTopic.name]: 'c',
};

/** A stream in short: topic and kind of subject by a letter each, and the subject's id. */
const streamOf = (topic: string, subject: string): string => {
  const slash = subject.indexOf('/');
  return `${LETTERS[topic]}${subject[0]}/${compactId(subject.slice(slash + 1))}`;
};

/** What a message about a person says, as it arrived on its topic. */
export const arrivalOf = (topic: string, message: PersonMessage, regions: RegionTree): Arrival => ({
  personId: message.data.personId.toLowerCase(),
  stream: streamOf(topic, message.subject),
  sequence: message.sequence,
  follows: message.follows,
  facts: factsOf(message, regions),
});
