import type { Coverage, Denominator } from '../../api/answers.js';
import { askProof } from '../../api/asks.js';
import type { Answered } from '../../api/client.js';
import { instantInJakarta } from '../../format/days.js';
import { duration } from '../../format/numbers.js';
import { isInvented } from '../../model/invented.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { Go } from '../../parts/go.js';
import { FigureNumber } from '../../parts/number.js';
import { NotRefreshed } from '../../parts/part.js';
import { Sourced } from '../../parts/sourced.js';
import { proofText } from '../../words/proof-text.js';

const PROVE_EVERY_MS = 15_000;

interface Props {
  readonly of: Answered<Coverage>;
}

const DenominatorEntry = ({ of, denominator }: Props & { readonly denominator: Denominator }) => {
  const { shown } = useVisit();
  const { words } = shown;
  const { asOf, source, version, definition, value } = denominator;
  const row = of.body.rows[0] ?? null;
  return (
    <div>
      <dt>{words.denominator}</dt>
      <dd>
        <Sourced text={definition} sources={[definition]} />,{' '}
        <FigureNumber metric="denominator" text={shown.whole(value)} of={of} row={row} />
        <span class="note">{words.denominatorText(shown.day(asOf), source, String(version))}</span>
        {isInvented(denominator) && <strong class="note invented">{words.invented}</strong>}
      </dd>
    </div>
  );
};

/** Whether what the figure is made of is just what its owners said. */
const ProofMark = () => {
  const { shown, isAnalyst, today } = useVisit();
  const part = useAnswer(isAnalyst ? askProof : null, { everyMs: PROVE_EVERY_MS });
  if (part.kind !== 'there') return null;
  const { body: proof } = part.answer;
  return (
    <>
      <Go to={{ view: 'operations' }} class={`proof ${proof.proven ? 'is-proven' : 'is-unproven'}`}>
        {proofText(proof, shown, today)}
      </Go>
      <NotRefreshed of={part} />
    </>
  );
};

const FreshnessEntry = ({ of }: Props) => {
  const { shown } = useVisit();
  const { words, language, whole } = shown;
  const { recordedThrough, lagMs, applied, reading } = of.body.freshness;
  const row = of.body.rows[0] ?? null;
  return (
    <div>
      <dt>{words.freshness}</dt>
      <dd>
        {recordedThrough === null
          ? words.nothingRecorded
          : words.recordedThrough(instantInJakarta(recordedThrough, language))}{' '}
        <ProofMark />
        <span class="note">
          {words.behind} <FigureNumber metric="lag" text={duration(lagMs, language)} of={of} row={row} /> ·{' '}
          <FigureNumber metric="applied" text={whole(applied)} of={of} row={row} /> {words.events}
          {reading !== 'current' && <> · {words.flow.readings[reading]}</>}
        </span>
      </dd>
    </div>
  );
};

/** Where the figure comes from: what is counted, of how many, how fresh, whether proven. */
export const Provenance = ({ of }: Props) => {
  const { shown, isStory } = useVisit();
  const { words } = shown;
  const denominator = of.body.rows[0]?.denominator ?? null;
  return (
    <>
      <dl class="provenance">
        <div>
          <dt>{words.counted}</dt>
          <dd>{words.countedText[of.body.measure === 'registered' ? 'registered' : 'active']}</dd>
        </div>
        {denominator && <DenominatorEntry of={of} denominator={denominator} />}
        <FreshnessEntry of={of} />
      </dl>
      {isStory && <p class="sample">{words.sample}</p>}
    </>
  );
};
