import { useState } from 'preact/hooks';
import { addDays, daysBetween, firstOfMonth } from '../model/days.js';
import { useVisit } from '../page/visit.js';

interface Props {
  readonly name: 'asOf' | 'knownOn' | 'from' | 'through';
  readonly label: string;
  readonly value: string | null;
  /** What an empty field stands for, as the button that empties it says. */
  readonly usual: string;
  /** The day that an empty field stands for, where it is one. */
  readonly usualDay?: string | null;
}

/** A day to ask about; emptied, it is the usual one. */
export const DayField = ({ name, label, value, usual, usualDay = null }: Props) => {
  const { today, go } = useVisit();
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <div class="field-row">
        <input
          type="date"
          id={name}
          name={name}
          value={value ?? usualDay ?? ''}
          max={today ?? undefined}
          onChange={({ currentTarget }) => {
            if (currentTarget.validity.valid) go({ [name]: currentTarget.value || null });
          }}
        />
        {value === null ? (
          <span class="note">{usual}</span>
        ) : (
          <button type="button" class="link" onClick={() => go({ [name]: null })}>
            {usual}
          </button>
        )}
      </div>
    </div>
  );
};

/**
 * The two years up to today as a slider of days; the figure follows when it is let go. An earlier day, which the field of
 * days can ask about, is said as it is, though the slider can stand no further left than its first.
 */
export const DaySlider = () => {
  const { today, place, shown, go } = useVisit();
  const [moved, move] = useState<number | null>(null);
  if (today === null) return null;
  const first = firstOfMonth(today, -23);
  const last = daysBetween(first, today);
  const asked = place.asOf ?? today;
  const at = moved ?? Math.max(0, daysBetween(first, asked));
  const day = moved === null ? asked : addDays(first, moved);
  return (
    <div class="field slider">
      <label for="day-slider">{shown.words.slider}</label>
      <input
        type="range"
        id="day-slider"
        min={0}
        max={last}
        value={at}
        aria-valuetext={shown.day(day)}
        onInput={({ currentTarget }) => move(currentTarget.valueAsNumber)}
        onChange={({ currentTarget }) => {
          move(null);
          const chosen = addDays(first, currentTarget.valueAsNumber);
          go({ asOf: chosen === today ? null : chosen });
        }}
      />
      <output for="day-slider" class="note">
        {shown.day(day)}
      </output>
    </div>
  );
};
