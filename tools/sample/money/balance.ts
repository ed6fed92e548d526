import { addMonths, type Month } from '#libs/kernel';

/** Money that came into savings in a month. */
export interface Saving {
  readonly month: Month;
  readonly amountRupiah: number;
}

/** Five percent a year, a month at a time: a 240th. */
const EARNS_ONE_OF = 240;

const halfUp = (earning: number): number => Math.floor((2 * earning + EARNS_ONE_OF) / (2 * EARNS_ONE_OF));

/**
 * What savings come to: each month through the given one, what lay there before it earns; a year's yield is added at its
 * end, or when the reckoning ends, in whole rupiah.
 */
export const balanceRupiah = (savings: readonly Saving[], through: Month): number => {
  const months = savings.map(({ month }) => month).toSorted();
  const last = [...months, through].toSorted().at(-1)!;
  let [balance, earning] = [0, 0];
  for (let month = months[0] ?? last; month <= last; month = addMonths(month, 1)) {
    if (month <= through) earning += balance;
    for (const saving of savings) if (saving.month === month) balance += saving.amountRupiah;
    if (!month.endsWith('-12') && month !== through) continue;
    balance += halfUp(earning);
    earning = 0;
  }
  return balance;
};
