import type { Coverage, Row } from '../../api/answers.js';
import { askFigure, askGaps } from '../../api/asks.js';
import type { Answered } from '../../api/client.js';
import { lowestContributionOn } from '../../model/contribution.js';
import { hasInvented, isInvented } from '../../model/invented.js';
import { RANKINGS } from '../../model/place.js';
import { hasChildren } from '../../model/regions.js';
import { whatIf } from '../../model/what-if.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { Choice } from '../../parts/choice.js';
import { WhenThere } from '../../parts/part.js';
import { Printed } from '../../parts/printed.js';
import { ViewHeading } from '../../parts/view-heading.js';
import { Ranking } from './ranking.js';
import { WhatIfForm } from './what-if-form.js';
import { WhatIfResult } from './what-if-result.js';
import { WhoseGap } from './whose-gap.js';

/** Half of all, where no target says another share. */
const AIM_PERCENT = 50;

const aimPercentOf = ({ target }: Row): number =>
  target?.kind === 'coverage' ? Math.round(target.value * 10_000) / 100 : AIM_PERCENT;

/** The regions below with what is missing there, in the order that was chosen. */
const Where = () => {
  const { place, shown, go } = useVisit();
  const { words } = shown;
  const part = useAnswer(hasChildren(place.region) ? askGaps(place) : null);
  if (part.kind === 'absent') return null;
  return (
    <section class="panel" aria-labelledby="ranking-title">
      <header>
        <h2 id="ranking-title">{words.gapView.where}</h2>
      </header>
      <WhoseGap />
      <Choice
        name="rank"
        label={words.gapView.rankedBy}
        chosen={place.ranking}
        choices={RANKINGS.map((value) => ({ value, label: words.gapView.rankings[value] }))}
        onChoose={(ranking) => go({ ranking })}
      />
      <Printed choices={[[words.gapView.rankedBy, words.gapView.rankings[place.ranking]]]} />
      <WhenThere of={part}>
        {(answered) => (
          <>
            {hasInvented(answered.body.rows) && <p class="note invented">{words.inventedRows}</p>}
            <Ranking of={answered} />
          </>
        )}
      </WhenThere>
    </section>
  );
};

const Closing = ({ of, row }: { readonly of: Answered<Coverage>; readonly row: Row }) => {
  const { place, shown } = useVisit();
  const { denominator, persons } = row;
  const contribution = lowestContributionOn(of.body.asOf);
  if (denominator === null || persons === null) return <p class="quiet">{shown.words.noDenominator}</p>;
  if (contribution === null) return <p class="quiet">{shown.words.gapView.noContribution}</p>;
  const percent = place.aimPercent ?? aimPercentOf(row);
  const { sponsored, months } = place;
  const result = whatIf(
    { percent, persons, denominator: denominator.value, sponsored, months },
    contribution,
  );
  return (
    <>
      <section class="panel is-narrow" aria-labelledby="what-if-title">
        <h2 id="what-if-title">{shown.words.gapView.whatIf}</h2>
        <WhatIfForm percent={percent} />
        <WhatIfResult of={of} row={row} percent={percent} result={result} contribution={contribution} />
        {isInvented(denominator) && <p class="note invented">{shown.words.invented}</p>}
      </section>
      <Where />
    </>
  );
};

/**
 * What would bring a region to a share: people, rupiah a month by payer, and where the people are. Always in active persons,
 * whatever is counted elsewhere: who is registered and does not pay is not covered.
 */
export const GapView = () => {
  const { place, shown } = useVisit();
  return (
    <WhenThere of={useAnswer(askFigure({ ...place, measure: 'active' }))}>
      {(answered) => {
        const row = answered.body.rows[0];
        return (
          <>
            <ViewHeading title={shown.words.views.gap} of={{ row, asOf: answered.body.asOf }} />
            {row && <Closing of={answered} row={row} />}
          </>
        );
      }}
    </WhenThere>
  );
};
