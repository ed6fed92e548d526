import type { Benefit, Day, Programme } from '#libs/kernel';

/** One line of how an amount comes about. */
export interface CalculationLine {
  readonly label: string;
  readonly amountRupiah: number;
  /** The rule that the line follows, in words. */
  readonly rule: string;
}

/** What a benefit of fixed amount consists of, for deaths from `from` on until a later entry replaces it. */
export interface FixedAmount {
  readonly programme: Programme;
  readonly benefit: Benefit;
  readonly from: Day;
  readonly lines: readonly CalculationLine[];
}

export interface ComputedAmount {
  readonly kind: 'computed';
  readonly amountRupiah: number;
  readonly calculation: readonly CalculationLine[];
}

/** What a benefit comes to: computed from the rules, or left to an adjuster to enter. */
export type Amount = ComputedAmount | { readonly kind: 'entered' };

const JKM_SINCE_2019 = 'JKM amounts of PP 82/2019, for deaths from 2 December 2019';

/** The amounts fixed by regulation; for days before the first entry an adjuster enters the amount. */
export const FIXED_AMOUNTS: readonly FixedAmount[] = [
  {
    programme: 'JKM',
    benefit: 'death-grant',
    from: '2019-12-02',
    lines: [
      { label: 'Death grant', amountRupiah: 20_000_000, rule: JKM_SINCE_2019 },
      { label: 'Periodic grant, 24 × 500,000 paid at once', amountRupiah: 12_000_000, rule: JKM_SINCE_2019 },
    ],
  },
  {
    programme: 'JKM',
    benefit: 'funeral',
    from: '2019-12-02',
    lines: [{ label: 'Funeral', amountRupiah: 10_000_000, rule: JKM_SINCE_2019 }],
  },
];

const sum = (lines: readonly CalculationLine[]) =>
  lines.reduce((total, line) => total + line.amountRupiah, 0);

/** The amount that the lines add up to. */
export const computed = (calculation: readonly CalculationLine[]): ComputedAmount => ({
  kind: 'computed',
  amountRupiah: sum(calculation),
  calculation,
});

/** The amount of the benefit for an event on the day, by the entry in force then. */
export const amountOn = (
  amounts: readonly FixedAmount[],
  programme: Programme,
  benefit: Benefit,
  day: Day,
): Amount => {
  const inForce = amounts
    .filter((entry) => entry.programme === programme && entry.benefit === benefit && entry.from <= day)
    .reduce<FixedAmount | null>(
      (latest, entry) => (latest && latest.from > entry.from ? latest : entry),
      null,
    );
  return inForce === null ? { kind: 'entered' } : computed(inForce.lines);
};
