import { BEGINNING } from '../../model/periods.js';
import { FUNNEL_CUTS } from '../../model/place.js';
import { useVisit } from '../../page/visit.js';
import { Choice } from '../../parts/choice.js';
import { DayField } from '../../parts/day-field.js';

/** Whose memberships are followed, by the days of registration, and by what they are told apart. */
export const FunnelControls = () => {
  const { place, shown, today, go } = useVisit();
  const { words } = shown;
  const { channels } = words;
  return (
    <form class="controls" aria-label={words.controls} onSubmit={(event) => event.preventDefault()}>
      <Choice
        name="part"
        label={channels.by}
        chosen={place.funnelCut}
        choices={FUNNEL_CUTS.map((value) => ({ value, label: channels.cuts[value] }))}
        onChoose={(funnelCut) => go({ funnelCut })}
      />
      <fieldset class="choices">
        <legend class="visually-hidden">{channels.period}</legend>
        <DayField
          name="from"
          label={channels.from}
          value={place.from}
          usual={channels.beginning}
          usualDay={BEGINNING}
        />
        <DayField
          name="through"
          label={channels.through}
          value={place.through}
          usual={words.today}
          usualDay={today}
        />
      </fieldset>
    </form>
  );
};
