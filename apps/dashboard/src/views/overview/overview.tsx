import { askFigure, askTarget } from '../../api/asks.js';
import { mayOpen } from '../../model/access.js';
import { bodyOf, useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { WhenThere } from '../../parts/part.js';
import { BenefitsBrief } from './benefits-brief.js';
import { Changes } from './changes.js';
import { Controls } from './controls.js';
import { Cut } from './cut.js';
import { Hero } from './hero.js';
import { Provenance } from './provenance.js';
import { Regions } from './regions.js';
import { Trend } from './trend.js';

/** The figure of a region, where it comes from, and what it is made of. */
export const Overview = () => {
  const { place, roles, shown, hasExpired } = useVisit();
  const figure = useAnswer(askFigure(place));
  const id = bodyOf(figure)?.rows[0]?.target?.id ?? null;
  const target = bodyOf(useAnswer(id === null || !mayOpen('targets', roles) ? null : askTarget(id)));
  return (
    <>
      <section class="hero" aria-labelledby="place">
        {hasExpired && <p class="warning">{shown.words.tokenExpired}</p>}
        <WhenThere of={figure}>
          {(answered) => (
            <>
              <Hero of={answered} target={target} />
              <Provenance of={answered} />
            </>
          )}
        </WhenThere>
      </section>
      <Controls />
      {figure.kind === 'there' && (
        <>
          <Changes figure={figure.answer} />
          <Regions name={figure.answer.body.rows[0]?.name ?? place.region} />
          <Trend figure={figure.answer} />
          <BenefitsBrief asOf={figure.answer.body.asOf} />
          <Cut />
        </>
      )}
    </>
  );
};
