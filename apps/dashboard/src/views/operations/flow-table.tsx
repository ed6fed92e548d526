import { useRef } from 'preact/hooks';
import type { Reading } from '../../api/answers.js';
import { askReading } from '../../api/asks.js';
import type { Answered } from '../../api/client.js';
import { decimal, duration } from '../../format/numbers.js';
import { flowsOf, type Flow, type Seen } from '../../model/flow.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { WhenThere } from '../../parts/part.js';
import { Table } from '../../parts/table.js';
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

const Line = ({ of }: { readonly of: Flow }) => {
  const { words, whole, language } = useVisit().shown;
  const { topic, writer, writtenPerSecond, readPerSecond, lag, stillMs } = of;
  const rate = (value: number | null) => (value === null ? words.unknown : decimal(value, language));
  return (
    <tr>
      <th scope="row">
        {words.flow.way(words.flow.services[writer] ?? writer)} <span class="note block">{topic}</span>
      </th>
      <td>{rate(writtenPerSecond)}</td>
      <td>{rate(readPerSecond)}</td>
      <td>{whole(lag)}</td>
      <td>{stillMs === 0 ? words.flow.flowing : words.flow.still(duration(stillMs, language))}</td>
    </tr>
  );
};

const Lines = ({ of }: { readonly of: Answered<Reading> }) => {
  const { words, whole } = useVisit().shown;
  const { flow } = words;
  const { written, read, lag, state } = flow.columns;
  const flows = flowsOf(...useLooks(of));
  return (
    <>
      <Table caption={flow.title} columns={[flow.columns.way, written, read, lag, state]} id="flow">
        {flows.map((one) => (
          <Line key={one.topic} of={one} />
        ))}
      </Table>
      <p class="note">{flow.applied(whole(of.body.applied), flow.readings[of.body.reading])}</p>
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
