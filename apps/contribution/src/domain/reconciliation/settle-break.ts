import { happened, ignored, refused, type Outcome } from '#libs/kernel';

/** What somebody says of a break, and who. */
export interface Explanation {
  readonly by: string;
  readonly reason: string;
  readonly at: string;
}

/** A break is open until two persons have explained it. */
export type Settlement =
  | { readonly status: 'open' }
  | { readonly status: 'proposed'; readonly first: Explanation }
  | { readonly status: 'settled'; readonly first: Explanation; readonly second: Explanation };

export type SettlementEvent = {
  readonly type: 'BreakExplained' | 'BreakSettled';
  readonly settlement: Settlement;
};

export const OPEN: Settlement = { status: 'open' };

/** Takes an explanation: the first one proposes, that of another person settles. */
export const settleBreak = (said: Explanation, known: Settlement): Outcome<SettlementEvent> => {
  switch (known.status) {
    case 'open':
      return happened({ type: 'BreakExplained', settlement: { status: 'proposed', first: said } });
    case 'proposed':
      if (known.first.by === said.by) return refused('second-person-needed');
      return happened({
        type: 'BreakSettled',
        settlement: { status: 'settled', first: known.first, second: said },
      });
    case 'settled':
      return ignored('already-answered');
  }
};
