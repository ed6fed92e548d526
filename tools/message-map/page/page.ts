import { allTopics, eventsOn, type EventContract, type TopicContract } from '#libs/contracts';
import type { Listener } from '../read/listeners.js';
import { keyFieldsOf, subjectPatternOf } from '../read/patterns.js';
import type { Writers } from '../read/writers.js';
import { pictureOf } from './picture.js';

const DAY_MS = 86_400_000;

const HEAD = `# Who tells what to whom

Computed from \`libs/contracts\`, the \`@On\` of the listeners and the stores, by \`npm run docs\`; a test keeps it current.
The same for programs: [asyncapi.json](asyncapi.json).`;

const keptOf = ({ retention }: TopicContract): string => {
  if (retention === 'for-ever') return 'kept for ever';
  return retention === 'compacted' ? 'the last of each key is kept' : `kept ${retention.ms / DAY_MS} days`;
};

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const linkTo = (file: string, text: string) => `[${text}](../${file})`;
const nameIn = (file: string) => file.slice(file.lastIndexOf('/') + 1);
const shortOf = ({ type }: EventContract) => `\`${type.replace('id.cakupan.', '')}\``;

const eventRows = (topic: TopicContract, writers: Writers) =>
  eventsOn(topic).map((contract) => [
    shortOf(contract),
    contract.summary,
    keyFieldsOf(contract).join(', else '),
    `\`${subjectPatternOf(contract)}\``,
    (writers.get(contract.type) ?? []).map((file) => linkTo(file, nameIn(file))).join(', ') || '–',
  ]);

const takenOf = ({ contracts }: Listener): string =>
  contracts.length === eventsOn(contracts[0]!.topic).length ? 'all' : contracts.map(shortOf).join(', ');

const readerRow = (listener: Listener): readonly string[] => {
  const { service, file, name, method, useCase, changes } = listener;
  return [
    service,
    takenOf(listener),
    linkTo(file, `${name}.${method}`),
    linkTo(useCase.file, useCase.name),
    changes,
  ];
};

const readersOf = (topic: TopicContract, listeners: readonly Listener[]): string => {
  const readers = listeners.filter(({ contracts }) => contracts[0]!.topic === topic);
  const outside = topic.public ? 'Programs outside read it.' : '';
  if (readers.length === 0) return outside;
  const head = ['read by', 'event types', 'listener', 'use case', 'what it changes'];
  return [table(head, readers.map(readerRow)), outside].filter(Boolean).join('\n\n');
};

const sectionOf = (topic: TopicContract, listeners: readonly Listener[], writers: Writers): string =>
  [
    `## ${topic.name}`,
    `${topic.summary} Written by ${topic.writer}; ${topic.partitions} partitions; ${keptOf(topic)}.`,
    table(['event type', 'says', 'key', 'subject', 'written in'], eventRows(topic, writers)),
    readersOf(topic, listeners),
  ].join('\n\n');

/** The page that tells for each topic and event type who writes it, who listens, and what that changes. */
export const pageOf = (listeners: readonly Listener[], writers: Writers): string =>
  [HEAD, pictureOf(listeners), ...allTopics.map((topic) => sectionOf(topic, listeners, writers)), ''].join(
    '\n\n',
  );
