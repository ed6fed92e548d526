import { useState } from 'preact/hooks';
import { failureIn, FetchFailed } from '../../api/failure.js';
import { denominatorIn, targetIn, type Written } from '../../model/references.js';
import { useVisit } from '../../page/visit.js';
import { Choice } from '../../parts/choice.js';
import { EntryField, type Field } from './entry-field.js';

type Kind = 'denominator' | 'target';

const COMMON: readonly Field[] = [
  { name: 'id', type: 'text', isNeeded: true },
  { name: 'regions', type: 'text', isNeeded: true },
  { name: 'value', type: 'number', isNeeded: true },
  { name: 'source', type: 'text', isNeeded: true },
];
const FIELDS: Readonly<Record<Kind, readonly Field[]>> = {
  denominator: [
    ...COMMON,
    { name: 'definition', type: 'text', isNeeded: true },
    { name: 'asOf', type: 'date', isNeeded: true },
    { name: 'use', options: ['default', 'named'] },
  ],
  target: [
    ...COMMON,
    { name: 'kind', options: ['coverage', 'stock', 'new'] },
    { name: 'definition', type: 'text', isNeeded: false },
    { name: 'from', type: 'date', isNeeded: false },
    { name: 'through', type: 'date', isNeeded: false },
    { name: 'publisher', type: 'text', isNeeded: true },
  ],
};

/** Puts what was written on record; answers what became of it. */
const useRecord = () => {
  const { client, queries, shown } = useVisit();
  const { targets, failures } = shown.words;
  return async (kind: Kind, written: Written): Promise<string> => {
    const params = { path: { id: written['id'] ?? '' } };
    try {
      const { data } =
        kind === 'denominator'
          ? await client.PUT('/v1/denominators/{id}', { params, body: denominatorIn(written) })
          : await client.PUT('/v1/targets/{id}', { params, body: targetIn(written) });
      await queries.invalidateQueries();
      return targets.recorded(data?.id ?? '', shown.whole(data?.version ?? 1));
    } catch (error) {
      const detail = error instanceof FetchFailed ? error.detail : null;
      return detail ?? failures[failureIn(error)];
    }
  };
};

/** Enters a denominator or a target; for planners. Other content under a known id is its next version. */
export const Entry = () => {
  const { shown, place } = useVisit();
  const { targets } = shown.words;
  const [kind, setKind] = useState<Kind>('denominator');
  const [said, say] = useState('');
  const record = useRecord();
  const submit = async (form: HTMLFormElement) => {
    const entries = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
    say(await record(kind, Object.fromEntries(entries) as Written));
  };
  return (
    <section class="panel is-narrow" aria-labelledby="entry-title">
      <h2 id="entry-title">{targets.enter}</h2>
      <form
        class="controls"
        aria-labelledby="entry-title"
        onSubmit={(event) => {
          event.preventDefault();
          void submit(event.currentTarget);
        }}
      >
        <Choice
          name="entered"
          label={targets.enter}
          isLabelHidden
          chosen={kind}
          choices={(['denominator', 'target'] as const).map((value) => ({
            value,
            label: targets.kinds[value],
          }))}
          onChoose={setKind}
        />
        {FIELDS[kind].map((field) => (
          <EntryField key={field.name} of={field} value={field.name === 'regions' ? place.region : ''} />
        ))}
        <button type="submit" class="button is-main">
          {targets.record}
        </button>
      </form>
      <p role="status">{said}</p>
    </section>
  );
};
