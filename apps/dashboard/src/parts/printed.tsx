interface Props {
  /** What can be chosen, with what is. */
  readonly choices: readonly (readonly [label: string, value: string])[];
}

/** What was chosen, for paper, on which the fields that say so cannot be pressed and are left out. */
export const Printed = ({ choices }: Props) => (
  <p class="print-only note">{choices.map(([label, value]) => `${label}: ${value}`).join(' · ')}</p>
);
