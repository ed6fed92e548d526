import { useRef } from 'preact/hooks';
import type { Reading } from '../../api/answers.js';
import { askReading } from '../../api/asks.js';
import type { Answered } from '../../api/client.js';
import { decimal, duration } from '../../format/numbers.js';
import { appliedDefinition, flowDefinition, type FlowMetric } from '../../explain/of-flow.js';
import { flowsOf, type Flow, type Seen } from '../../model/flow.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { NumberButton } from '../../parts/number.js';
import { WhenThere } from '../../parts/part.js';
import { Sentence } from '../../parts/sentence.js';
import { Table } from '../../parts/table.js';
import type { Shown } from '../../words/shown.js';
import { LOOK_EVERY_MS } from './look-every.js';

/** This look and the one before it; each answer is one. */
const useLooks = (of: Answered<Reading>): readonly [now: Seen, before: Seen | null] => {
  const looks = useRef<{ of: Answered<Reading>; now: Seen; before: Seen | null } | null>(null);
  if (looks.current?.of !== of) {
    const now = { atMs: performance.now(), topics: of.body.topics };
    looks.current = { of, now, before: looks.current?.now ?? null };
  }
  return [looks.current.now, looks.current.before];
};

const METRICS: readonly FlowMetric[] = ['written', 'read', 'lag', 'state'];

const textOf = (metric: FlowMetric, flow: Flow, { words, whole, language }: Shown): string => {
  const rate = (value: number | null) => (value === null ? words.unknown : decimal(value, language));
  switch (metric) {
    case 'written':
      return rate(flow.writtenPerSecond);
    case 'read':
      return rate(flow.readPerSecond);
    case 'lag':
      return whole(flow.lag);
    case 'state':
      return flow.stillMs === 0 ? words.flow.flowing : words.flow.still(duration(flow.stillMs, language));
  }
};

interface LineProps {
  readonly of: Answered<Reading>;
  readonly flow: Flow;
  readonly isFirst: boolean;
}

const Line = ({ of, flow, isFirst }: LineProps) => {
  const { shown } = useVisit();
  const { words } = shown;
  return (
    <tr>
      <th scope="row">
        {words.flow.way(words.flow.services[flow.writer] ?? flow.writer)}{' '}
        <span class="note block">{flow.topic}</span>
      </th>
      {METRICS.map((metric, index) => (
        <td key={metric}>
          <NumberButton
            text={textOf(metric, flow, shown)}
            isTabStop={isFirst && index === 0}
            define={() => flowDefinition(metric, { of, flow }, shown)}
          />
        </td>
      ))}
    </tr>
  );
};

const Lines = ({ of }: { readonly of: Answered<Reading> }) => {
  const { shown } = useVisit();
  const { flow } = shown.words;
  const { way, ...columns } = flow.columns;
  const flows = flowsOf(...useLooks(of));
  const applied = { text: shown.whole(of.body.applied), define: () => appliedDefinition(of, shown) };
  return (
    <>
      <Table
        caption={flow.title}
        columns={[way, ...METRICS.map((metric) => columns[metric])]}
        hasNumbers
        id="flow"
      >
        {flows.map((one, index) => (
          <Line key={one.topic} of={of} flow={one} isFirst={index === 0} />
        ))}
      </Table>
      <p class="note">
        <Sentence say={(count) => flow.applied(count, flow.readings[of.body.reading])} numbers={[applied]} />
      </p>
    </>
  );
};

/** How fast events come from the services to the figures, and what waits on the way; for analysts. */
export const FlowTable = () => {
  const { isAnalyst, shown } = useVisit();
  const part = useAnswer(isAnalyst ? askReading : null, { everyMs: LOOK_EVERY_MS });
  if (part.kind === 'absent') return null;
  return (
    <section class="panel" aria-labelledby="flow-title">
      <h2 id="flow-title">{shown.words.flow.title}</h2>
      <WhenThere of={part}>{(answered) => <Lines of={answered} />}</WhenThere>
    </section>
  );
};
