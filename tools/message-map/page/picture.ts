import { allTopics } from '#libs/contracts';
import type { Listener } from '../read/listeners.js';

/** Programs of others, by the names that topics know them under. */
const OUTSIDE: ReadonlySet<string> = new Set(['channels', 'gateways']);
/** Mermaid takes no dots in the id of a node. */
const nodeOf = (topic: string) => topic.replaceAll(/[.-]/g, '_');

const whoOf = (listeners: readonly Listener[]): readonly string[] => [
  ...new Set<string>([...allTopics.map(({ writer }) => writer), ...listeners.map(({ service }) => service)]),
];

/** Who writes and who reads which topic, as a picture in Mermaid's words. */
export const pictureOf = (listeners: readonly Listener[]): string => {
  const topics = allTopics.map(({ name }) => `  ${nodeOf(name)}>"${name}"]`);
  const writers = allTopics.map(({ name, writer }) => `  ${writer} --> ${nodeOf(name)}`);
  const readers = listeners.map(
    ({ service, contracts }) => `  ${nodeOf(contracts[0]!.topic.name)} --> ${service}`,
  );
  const outside = allTopics
    .filter((topic) => topic.public)
    .map(({ name }) => `  ${nodeOf(name)} --> programs([programs outside])`);
  return [
    '```mermaid',
    'flowchart LR',
    ...whoOf(listeners).map((who) => (OUTSIDE.has(who) ? `  ${who}([${who}])` : `  ${who}[[${who}]]`)),
    ...topics,
    ...writers,
    ...readers,
    ...outside,
    '```',
  ].join('\n');
};
