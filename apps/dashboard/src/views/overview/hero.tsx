import type { Coverage, Row } from '../../api/answers.js';
import type { Answered } from '../../api/client.js';
import type { StatedTarget } from '../../explain/inputs.js';
import { useVisit } from '../../page/visit.js';
import { FigureNumber } from '../../parts/number.js';
import { Sourced } from '../../parts/sourced.js';
import { Facts } from './facts.js';
import { Gauge } from './gauge.js';
import { TargetSentence } from './target-sentence.js';

interface Props {
  readonly of: Answered<Coverage>;
  readonly target: StatedTarget | null;
}
interface RowProps {
  readonly of: Answered<Coverage>;
  readonly row: Row;
}

/** `44,24%`, or the persons where nothing is known to divide by. */
const LargeFigure = ({ of, row }: RowProps) => {
  const { shown } = useVisit();
  return (
    <p class="figure" id="figure">
      {row.coverageText === null ? (
        <FigureNumber
          metric="persons"
          text={shown.count(row.persons, row)}
          class={row.masked ? 'is-masked' : ''}
          of={of}
          row={row}
        />
      ) : (
        <FigureNumber metric="coverage" text={shown.coverage(row)} of={of} row={row} />
      )}
    </p>
  );
};

/** `100.512 dari 227.164 penduduk bekerja adalah peserta aktif.` */
const Sentence = ({ of, row }: RowProps) => {
  const { shown } = useVisit();
  const { words } = shown;
  const measure = of.body.measure === 'registered' ? 'registered' : 'active';
  if (row.denominator === null)
    return (
      <p class="sentence">
        {words.people[measure]}.{' '}
        <span class="quiet">{row.masked ? words.maskedNote : words.noDenominator}</span>
      </p>
    );
  return (
    <p class="sentence">
      <FigureNumber metric="persons" text={shown.count(row.persons, row)} of={of} row={row} /> {words.of}{' '}
      <FigureNumber metric="denominator" text={shown.whole(row.denominator.value)} of={of} row={row} />{' '}
      <Sourced text={words.are[measure](row.denominator.definition)} sources={[row.denominator.definition]} />
    </p>
  );
};

interface StatingProps extends RowProps {
  readonly target: StatedTarget | null;
}

const Warning = ({ slug, ...stating }: StatingProps & { readonly slug: string }) => {
  const { warnings } = useVisit().shown.words;
  const { row, target } = stating;
  const definition = row.denominator?.definition ?? '';
  const base = target?.base ?? null;
  if (slug !== 'target-base-differs' || row.target === null || row.denominator === null)
    return warnings.other(slug);
  return (
    <TargetSentence
      {...stating}
      say={(aim) => warnings.targetBaseDiffers(aim, base, definition)}
      sources={[definition, base ?? '']}
    />
  );
};

const Warnings = (stating: StatingProps) => {
  const { warnings } = useVisit().shown.words;
  return (
    <>
      {(stating.row.warnings ?? []).map((slug) => (
        <p class="warning" key={slug}>
          <strong>{warnings.label}.</strong> <Warning {...stating} slug={slug} />
        </p>
      ))}
    </>
  );
};

/** The figure of a region: place and day, the number, how far it is from the target. */
export const Hero = ({ of, target }: Props) => {
  const { shown } = useVisit();
  const { words } = shown;
  const { rows, asOf, knownOn } = of.body;
  const row = rows[0];
  if (row === undefined) return null;
  return (
    <>
      <h1 id="place" tabIndex={-1}>
        {words.andDay(row.name ?? row.region ?? '', shown.day(asOf))}
      </h1>
      {knownOn && <p class="known">{words.knownThrough(shown.day(knownOn))}</p>}
      <div class="hero-columns">
        <div>
          <LargeFigure of={of} row={row} />
          <Sentence of={of} row={row} />
        </div>
        <Facts of={of} row={row} target={target} />
      </div>
      <Gauge of={of} row={row} target={target} />
      <Warnings of={of} row={row} target={target} />
    </>
  );
};
