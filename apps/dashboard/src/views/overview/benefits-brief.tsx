import { askBenefits } from '../../api/asks.js';
import { benefitDefinition } from '../../explain/of-benefits.js';
import { yearOf } from '../../model/periods.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { Go } from '../../parts/go.js';
import { NumberButton } from '../../parts/number.js';
import { WhenThere } from '../../parts/part.js';

/** What was paid to people of the region in the year of the figure's day, up to it; not for the public. */
export const BenefitsBrief = ({ asOf }: { readonly asOf: string }) => {
  const { place, shown, isAnalyst } = useVisit();
  const { words, rupiah, day } = shown;
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
            <NumberButton
              text={rupiah(answered.body.amount)}
              define={() => benefitDefinition(answered, answered.body, shown)}
            />{' '}
            {words.benefits.between(day(answered.body.from), day(answered.body.through))}{' '}
            <Go to={{ view: 'benefits' }}>{words.benefits.more}</Go>
          </p>
        )}
      </WhenThere>
    </section>
  );
};
