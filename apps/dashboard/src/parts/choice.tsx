interface Props<Value extends string> {
  readonly name: string;
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly chosen: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string }[];
  readonly onChoose: (value: Value) => void;
}

/** A few choices of which one holds, as radio buttons side by side. */
export const Choice = <Value extends string>({
  name,
  label,
  isLabelHidden = false,
  chosen,
  choices,
  onChoose,
}: Props<Value>) => (
  <fieldset class="choice">
    <legend class={isLabelHidden ? 'visually-hidden' : ''}>{label}</legend>
    <div class="choice-options">
      {choices.map(({ value, label: text }) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          <span>{text}</span>
        </label>
      ))}
    </div>
  </fieldset>
);
