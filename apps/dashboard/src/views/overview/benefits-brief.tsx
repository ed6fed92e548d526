import { askBenefits } from '../../api/asks.js';
import { yearOf } from '../../model/periods.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { Go } from '../../parts/go.js';
import { WhenThere } from '../../parts/part.js';
import { BenefitNumber } from '../benefits/benefit-number.js';

/** What was paid to people of the region in the year of the figure's day, up to it; not for the public. */
export const BenefitsBrief = ({ asOf }: { readonly asOf: string }) => {
  const { place, shown, isAnalyst } = useVisit();
  const { words, day } = shown;
  const period = { from: yearOf(asOf).from, through: asOf };
  const part = useAnswer(isAnalyst ? askBenefits(place.region, period) : null);
  if (part.kind === 'absent') return null;
  return (
    <section class="panel is-narrow" aria-labelledby="benefits-title">
      <header>
        <h2 id="benefits-title">{words.benefits.title}</h2>
      </header>
      <WhenThere of={part}>
        {(answered) => (
          <p class="sentence">
            <BenefitNumber metric="amount" of={answered} sum={answered.body} />{' '}
            {words.benefits.between(day(answered.body.from), day(answered.body.through))}{' '}
            <Go to={{ view: 'benefits' }}>{words.benefits.more}</Go>
          </p>
        )}
      </WhenThere>
    </section>
  );
};
