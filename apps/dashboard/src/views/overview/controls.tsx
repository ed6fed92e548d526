import { MEASURES } from '../../model/place.js';
import { useVisit } from '../../page/visit.js';
import { Choice } from '../../parts/choice.js';
import { DayField, DaySlider } from '../../parts/day-field.js';

/** What can be asked: the measure, the day, the day of knowing. Who is no analyst is shown the active of today alone. */
export const Controls = () => {
  const { place, shown, token, today, isAnalyst, go } = useVisit();
  const { words } = shown;
  if (!isAnalyst)
    return <p class="controls note">{token === null ? words.publicNote : words.analystsNote}</p>;
  return (
    <form class="controls" aria-label={words.controls} onSubmit={(event) => event.preventDefault()}>
      <Choice
        name="measure"
        label={words.measure}
        chosen={place.measure}
        choices={MEASURES.map((value) => ({ value, label: words.measures[value] }))}
        onChoose={(measure) => go({ measure })}
      />
      <DayField name="asOf" label={words.asOf} value={place.asOf} usual={words.today} usualDay={today} />
      <DayField name="knownOn" label={words.knownOn} value={place.knownOn} usual={words.everything} />
      <DaySlider />
    </form>
  );
};
