import { useState } from 'preact/hooks';
import type { Imported } from '../../api/answers.js';
import { answered } from '../../api/client.js';
import { failureIn, FetchFailed } from '../../api/failure.js';
import { importDefinition, type RowResult } from '../../explain/of-import.js';
import { useVisit } from '../../page/visit.js';
import { Sentence } from '../../parts/sentence.js';

/** What became of a file, or why nothing did. */
type Outcome =
  { readonly kind: 'taken'; readonly result: Imported } | { readonly kind: 'failed'; readonly why: string };

/** In the order of the sentence. */
const RESULTS: readonly RowResult[] = ['recorded', 'unchanged', 'refused'];

const Result = ({ outcome }: { readonly outcome: Outcome }) => {
  const { shown } = useVisit();
  const { targets } = shown.words;
  if (outcome.kind === 'failed') return <p class="warning">{outcome.why}</p>;
  const { result: imported } = outcome;
  const numbers = RESULTS.map((result) => ({
    text: shown.whole(imported[result]),
    define: () => importDefinition(result, imported, shown),
  }));
  return (
    <>
      <p>
        <Sentence say={targets.imported} numbers={numbers} />
      </p>
      <ul>
        {imported.rows
          .filter(({ result }) => result === 'refused')
          .map(({ row, id, reasons, fields }) => (
            <li key={row}>
              {targets.row(shown.whole(row), id)}:{' '}
              {[...reasons, ...fields.map(({ path, reason }) => `${path} ${reason}`)].join(', ')}
            </li>
          ))}
      </ul>
    </>
  );
};

/** Takes a CSV file of denominators or targets, and says what became of each row; for planners. */
export const Import = () => {
  const { shown, client, queries } = useVisit();
  const { targets, failures } = shown.words;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const take = async (file: File) => {
    try {
      const body = await file.text();
      const headers = { 'content-type': 'text/csv' };
      const sent = await client.POST('/v1/references/import', {
        body,
        headers,
        bodySerializer: (text) => text,
      });
      setOutcome({ kind: 'taken', result: answered(sent).body });
      await queries.invalidateQueries();
    } catch (error) {
      const detail = error instanceof FetchFailed ? error.detail : null;
      setOutcome({ kind: 'failed', why: detail ?? failures[failureIn(error)] });
    }
  };
  return (
    <section class="panel is-narrow" aria-labelledby="import-title">
      <h2 id="import-title">{targets.import}</h2>
      <p class="note" id="import-note">
        {targets.importNote}
      </p>
      <input
        type="file"
        accept=".csv,text/csv"
        aria-labelledby="import-title"
        aria-describedby="import-note"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) void take(file);
        }}
      />
      <div role="status">{outcome && <Result outcome={outcome} />}</div>
    </section>
  );
};
