import type { Reading } from '../api/answers.js';
import type { Answered } from '../api/client.js';
import type { Flow } from '../model/flow.js';
import type { Shown } from '../words/shown.js';
import type { Definition } from './definition.js';
import { definitionOfAnswer } from './of-answer.js';

/** The numbers of a topic that is read. */
export type FlowMetric = 'written' | 'read' | 'lag' | 'state';

/** What is said of how a topic flows to the figures. */
export const flowDefinition = (
  metric: FlowMetric,
  { of, flow }: { readonly of: Answered<Reading>; readonly flow: Flow },
  { words, whole }: Shown,
): Definition => {
  const { columns, meanings, position, end } = words.flow;
  const { topic, position: at, end: ending, lag } = flow;
  return definitionOfAnswer(of, {
    title: columns[metric],
    meaning: meanings[metric],
    calculation:
      metric === 'lag' && ending - at === lag ? `${whole(ending)} − ${whole(at)} = ${whole(lag)}` : null,
    inputs: [
      [words.proof.columns.topic, topic],
      [position, whole(at)],
      [end, whole(ending)],
    ],
    standing: { kind: 'heard', freshness: of.body },
  });
};

/** What is said of how many events are in the figures. */
export const appliedDefinition = (of: Answered<Reading>, { words, whole }: Shown): Definition =>
  definitionOfAnswer(of, {
    title: words.flow.title,
    meaning: words.definitions.applied,
    inputs: of.body.topics.map(({ topic, position }) => [topic, whole(position)] as const),
    standing: { kind: 'heard', freshness: of.body },
  });
