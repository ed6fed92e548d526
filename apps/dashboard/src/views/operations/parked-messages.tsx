import { useState } from 'preact/hooks';
import type { ParkedMessage } from '../../api/answers.js';
import { askParked } from '../../api/operator-asks.js';
import { failureIn, FetchFailed } from '../../api/failure.js';
import { instantInJakarta } from '../../format/days.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { WhenThere } from '../../parts/part.js';
import { ParkedContent } from './parked-content.js';

/** What can be done about a message, and what came of it. */
const Deeds = ({ id }: Pick<ParkedMessage, 'id'>) => {
  const { shown, client, queries } = useVisit();
  const { parked, failures } = shown.words;
  const [said, say] = useState('');
  const [why, setWhy] = useState('');
  const params = { path: { id } };
  const attempt = async (deed: () => Promise<unknown>) => {
    try {
      await deed();
      await queries.invalidateQueries();
    } catch (error) {
      const detail = error instanceof FetchFailed ? error.detail : null;
      say(detail ?? failures[failureIn(error)]);
    }
  };
  const retry = () => client.POST('/v1/parked/{id}/retry', { params, body: {} });
  const discard = () => client.POST('/v1/parked/{id}/discard', { params, body: { reason: why } });
  return (
    <form class="controls" onSubmit={(event) => event.preventDefault()}>
      <button type="button" class="button" onClick={() => void attempt(retry)}>
        {parked.retry}
      </button>
      <div class="field">
        <label for={`why-${id}`}>{parked.why}</label>
        <input
          type="text"
          id={`why-${id}`}
          value={why}
          onInput={({ currentTarget }) => setWhy(currentTarget.value)}
        />
      </div>
      <button type="button" class="button" disabled={why.trim() === ''} onClick={() => void attempt(discard)}>
        {parked.discard}
      </button>
      <p role="status">{said}</p>
    </form>
  );
};

const Message = ({ of }: { readonly of: ParkedMessage }) => {
  const { shown } = useVisit();
  const { id, topic, partition, offset, reason, detail, parkedAt } = of;
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          {reason} · {topic} {partition}/{offset} · {instantInJakarta(parkedAt, shown.language)}
        </summary>
        <p>{detail}</p>
        {isOpen && <ParkedContent id={id} />}
        <Deeds id={id} />
      </details>
    </li>
  );
};

/** What reporting set aside: to look at, to try again, to give up; for operators. */
export const ParkedMessages = () => {
  const { words } = useVisit().shown;
  return (
    <section class="panel" aria-labelledby="parked-title">
      <h2 id="parked-title">{words.parked.title}</h2>
      <WhenThere of={useAnswer(askParked)}>
        {({ body }) =>
          body.items.length === 0 ? (
            <p>{words.parked.none}</p>
          ) : (
            <ul class="plain">
              {body.items.map((message) => (
                <Message key={message.id} of={message} />
              ))}
            </ul>
          )
        }
      </WhenThere>
    </section>
  );
};
