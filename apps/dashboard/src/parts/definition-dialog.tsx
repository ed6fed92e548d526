import { useEffect, useRef, useState } from 'preact/hooks';
import { askProof } from '../api/asks.js';
import { openAddress } from '../api/client.js';
import type { Definition } from '../explain/definition.js';
import { instantInJakarta } from '../format/days.js';
import { bodyOf, useAnswer } from '../page/answers.js';
import { useVisit, type Opened } from '../page/visit.js';
import { proofText } from '../words/proof-text.js';
import { NotRefreshed } from './part.js';
import { LANGUAGE_OF_SOURCES } from './sourced.js';

/** Saves an answer as a CSV file; asked by script, since a link cannot carry the token. */
const saveCsv = async (address: string, token: string | null): Promise<void> => {
  const response = await openAddress(address, { headers: { accept: 'text/csv' } }, { token, fetch });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = `${new URL(address).search.slice(1).replace(/[^\w.-]+/g, '-')}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
};

const CopyButton = ({ address }: { readonly address: string }) => {
  const { words } = useVisit().shown;
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(address);
    setCopied(true);
  };
  return (
    <button type="button" class="button" onClick={() => void copy()}>
      {isCopied ? words.copied : words.copy}
    </button>
  );
};

/** How fresh a number is and whether what it is made of is proven. */
const Standing = ({ freshness }: Pick<Definition, 'freshness'>) => {
  const { shown, isAnalyst, today } = useVisit();
  const { words, language } = shown;
  const part = useAnswer(isAnalyst ? askProof : null);
  const proof = bodyOf(part);
  if (freshness === null) return null;
  const { recordedThrough } = freshness;
  return (
    <>
      <h3>{words.freshness}</h3>
      <p>
        {recordedThrough === null
          ? words.nothingRecorded
          : words.recordedThrough(instantInJakarta(recordedThrough, language))}
        {proof && `; ${proofText(proof, shown, today)}`}.
      </p>
      <NotRefreshed of={part} />
    </>
  );
};

const Content = ({ opened: { text, definition }, onClose }: Props & { readonly opened: Opened }) => {
  const { shown, token } = useVisit();
  const { definitions, ...words } = shown.words;
  const { title, meaning, calculation, inputs, address, hasCsv, freshness } = definition;
  const ofSources = [definitions.counts, definitions.statedOf];
  return (
    <>
      <h2 id="definition-title" tabIndex={-1} autofocus>
        {title}
      </h2>
      <p class="definition-value">{text}</p>
      <p>{meaning}</p>
      {calculation && (
        <>
          <h3>{definitions.calculation}</h3>
          <p class="calculation">{calculation}</p>
        </>
      )}
      <h3>{definitions.inputs}</h3>
      <dl>
        {inputs.map(([label, value]) => (
          <div key={`${label} ${value}`}>
            <dt>{label}</dt>
            <dd lang={ofSources.includes(label) ? LANGUAGE_OF_SOURCES : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
      <Standing freshness={freshness} />
      <h3>{definitions.query}</h3>
      <p class="query">
        <code>GET {address}</code>
      </p>
      <p class="dialog-buttons">
        <CopyButton address={address} key={address} />
        {hasCsv && (
          <button type="button" class="button" onClick={() => void saveCsv(address, token)}>
            {words.csv}
          </button>
        )}
        <button type="button" class="button is-main" onClick={onClose}>
          {words.close}
        </button>
      </p>
    </>
  );
};

interface Props {
  readonly opened: Opened | null;
  readonly onClose: () => void;
}

/** The dialog about a number: what it means, what went in, how fresh it is, and the question that gives it. */
export const DefinitionDialog = ({ opened, onClose }: Props) => {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (opened) dialog.current?.showModal();
    else dialog.current?.close();
  }, [opened]);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="definition-title"
      onClose={onClose}
      onClick={({ target }) => target === dialog.current && onClose()}
    >
      {opened && <Content opened={opened} onClose={onClose} />}
    </dialog>
  );
};
