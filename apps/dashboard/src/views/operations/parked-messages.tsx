import { useState } from 'preact/hooks';
import type { ParkedMessage, ParkedSettled } from '../../api/answers.js';
import { askParked } from '../../api/operator-asks.js';
import { failureIn, FetchFailed } from '../../api/failure.js';
import { instantInJakarta } from '../../format/days.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { WhenThere } from '../../parts/part.js';
import { LOOK_EVERY_MS } from './look-every.js';
import { ParkedContent } from './parked-content.js';

interface Props {
  readonly of: ParkedMessage;
  /** Says what became of a message, which is in the list no more. */
  readonly tell: (sentence: string) => void;
}

const nameOf = ({ topic, partition, offset }: ParkedMessage): string => `${topic} ${partition}/${offset}`;

/** Does something about a message; says why that did not help, and tells what became of a message that is gone. */
const useAttempt = ({ of, tell }: Props) => {
  const { shown, queries } = useVisit();
  const { parked, failures } = shown.words;
  const [said, say] = useState('');
  const report = ({ status, detail }: ParkedSettled) => {
    if (status === 'waiting') say(parked.refusedAgain(detail ?? ''));
    else tell(parked.settled[status](nameOf(of)));
  };
  const attempt = async (deed: () => Promise<{ data?: ParkedSettled }>) => {
    try {
      const { data } = await deed();
      if (data) report(data);
      await queries.invalidateQueries();
    } catch (error) {
      const detail = error instanceof FetchFailed ? error.detail : null;
      say(detail ?? failures[failureIn(error)]);
    }
  };
  return { said, attempt };
};

/** What can be done about a message. */
const Deeds = (props: Props) => {
  const { shown, client } = useVisit();
  const { parked } = shown.words;
  const { said, attempt } = useAttempt(props);
  const [why, setWhy] = useState('');
  const { id } = props.of;
  const params = { path: { id } };
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

const Message = ({ of, tell }: Props) => {
  const { shown } = useVisit();
  const { id, reason, detail, parkedAt } = of;
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          {reason} · {nameOf(of)} · {instantInJakarta(parkedAt, shown.language)}
        </summary>
        <p>{detail}</p>
        {isOpen && <ParkedContent id={id} />}
        <Deeds of={of} tell={tell} />
      </details>
    </li>
  );
};

/** What reporting set aside: to look at, to try again, to discard; for operators. */
export const ParkedMessages = () => {
  const { words } = useVisit().shown;
  const [told, tell] = useState('');
  return (
    <section class="panel" aria-labelledby="parked-title">
      <h2 id="parked-title">{words.parked.title}</h2>
      <p role="status">{told}</p>
      <WhenThere of={useAnswer(askParked, { everyMs: LOOK_EVERY_MS })}>
        {({ body }) =>
          body.items.length === 0 ? (
            <p>{words.parked.none}</p>
          ) : (
            <ul class="plain">
              {body.items.map((message) => (
                <Message key={message.id} of={message} tell={tell} />
              ))}
            </ul>
          )
        }
      </WhenThere>
    </section>
  );
};
