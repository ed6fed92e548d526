import { useEffect, useRef, useState } from 'preact/hooks';
import { askProof } from '../api/asks.js';
import { openAddress } from '../api/client.js';
import { hasCsv, type Standing as StandingOf } from '../explain/definition.js';
import { instantInJakarta } from '../format/days.js';
import { bodyOf, useAnswer } from '../page/answers.js';
import { useVisit, type Opened } from '../page/visit.js';
import { proofText } from '../words/proof-text.js';
import type { Shown } from '../words/shown.js';
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

const freshnessText = (standing: StandingOf, { words, language }: Shown): string => {
  if (standing.kind !== 'heard') return standing.text;
  const { recordedThrough, reading } = standing.freshness;
  const recorded =
    recordedThrough === null
      ? words.nothingRecorded
      : `${words.recordedThrough(instantInJakarta(recordedThrough, language))}.`;
  return reading === 'current' ? recorded : `${recorded} ${words.flow.readings[reading]}`;
};

/** What a number rests on, how fresh that is, and, of events, whether they are proven; proof is for analysts. */
const Standing = ({ of }: { readonly of: StandingOf }) => {
  const { shown, isAnalyst, today } = useVisit();
  const { freshness, definitions } = shown.words;
  const part = useAnswer(isAnalyst && of.kind !== 'other' ? askProof : null);
  const proof = bodyOf(part);
  return (
    <>
      <h3>{of.kind === 'heard' ? freshness : definitions.restsOn}</h3>
      <p>{freshnessText(of, shown)}</p>
      {proof && (
        <>
          <h3>{definitions.proof}</h3>
          <p class={`proof ${proof.proven ? 'is-proven' : 'is-unproven'}`}>
            {proofText(proof, shown, today)}
          </p>
        </>
      )}
      <NotRefreshed of={part} />
    </>
  );
};

/** The question that gives a number. */
const Query = ({ address }: { readonly address: string }) => (
  <>
    <h3>{useVisit().shown.words.definitions.query}</h3>
    <p class="query">
      <code>GET {address}</code>
    </p>
  </>
);

const Content = ({ opened: { text, definition }, onClose }: Props & { readonly opened: Opened }) => {
  const { shown, token } = useVisit();
  const { definitions, ...words } = shown.words;
  const { title, meaning, calculation, inputs, address, standing } = definition;
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
      <Standing of={standing} />
      {address !== null && <Query address={address} />}
      <p class="dialog-buttons">
        {address !== null && <CopyButton address={address} key={address} />}
        {address !== null && hasCsv(definition) && (
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
