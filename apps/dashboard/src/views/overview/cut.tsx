import { askCut } from '../../api/asks.js';
import { CUTS } from '../../model/place.js';
import { useAnswer } from '../../page/answers.js';
import { useVisit } from '../../page/visit.js';
import { Choice } from '../../parts/choice.js';
import { WhenThere } from '../../parts/part.js';
import { CutTable } from './cut-table.js';

/** The figure cut by one property, with what is counted more than once; not for the public. */
export const Cut = () => {
  const { place, shown, isAnalyst, go } = useVisit();
  const { words } = shown;
  const part = useAnswer(isAnalyst ? askCut(place) : null);
  if (part.kind === 'absent') return null;
  const chosen = words.cuts[place.cut];
  return (
    <section class="panel is-narrow" aria-labelledby="cut-title">
      <header>
        <h2 id="cut-title">
          {words.cutBy} {chosen.toLowerCase()}
        </h2>
      </header>
      <Choice
        name="by"
        label={words.cutBy}
        isLabelHidden
        chosen={place.cut}
        choices={CUTS.map((value) => ({ value, label: words.cuts[value] }))}
        onChoose={(cut) => go({ cut })}
      />
      <div class="table-frame">
        <WhenThere of={part}>{(answered) => <CutTable of={answered} title={chosen} />}</WhenThere>
      </div>
    </section>
  );
};
