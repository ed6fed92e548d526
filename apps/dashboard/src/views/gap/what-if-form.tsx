import type { Place } from '../../model/place.js';
import { useVisit } from '../../page/visit.js';

interface FieldProps {
  readonly name: 'aimPercent' | 'sponsored' | 'months';
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

const NumberField = ({ name, label, ...more }: FieldProps) => {
  const { go } = useVisit();
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <input
        type="number"
        id={name}
        {...more}
        onChange={({ currentTarget }) => {
          if (currentTarget.value !== '' && currentTarget.validity.valid)
            go({ [name]: currentTarget.valueAsNumber } as Partial<Place>);
        }}
      />
    </div>
  );
};

/** What can be supposed: the share, how many are sponsored, and for how long. */
export const WhatIfForm = ({ percent }: { readonly percent: number }) => {
  const { shown, place } = useVisit();
  const { gapView } = shown.words;
  return (
    <form class="controls" aria-label={gapView.whatIf} onSubmit={(event) => event.preventDefault()}>
      <NumberField name="aimPercent" label={gapView.aim} value={percent} min={0.01} max={100} step={0.01} />
      <NumberField
        name="sponsored"
        label={gapView.sponsored}
        value={place.sponsored}
        min={0}
        max={1e9}
        step={1}
      />
      <NumberField name="months" label={gapView.months} value={place.months} min={1} max={60} step={1} />
    </form>
  );
};
