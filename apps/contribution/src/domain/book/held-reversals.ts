import { keyText, type PaymentKey } from '../payment/line.js';
import type { HeldReversal } from '../payment/reversal.js';

/** Reversals that came before their payments, in the order in which they came. */
export class HeldReversals {
  private readonly byPayment: Map<string, HeldReversal[]>;
  private readonly added = new Set<HeldReversal>();
  private readonly gone: PaymentKey[] = [];

  constructor(held: readonly HeldReversal[]) {
    this.byPayment = Map.groupBy(held, keyText);
  }

  of(key: PaymentKey): readonly HeldReversal[] {
    return this.byPayment.get(keyText(key)) ?? [];
  }

  hold(reversal: HeldReversal): void {
    this.byPayment.set(keyText(reversal), [...this.of(reversal), reversal]);
    this.added.add(reversal);
  }

  /** Those of the payment, which are held no longer. */
  release(key: PaymentKey): readonly HeldReversal[] {
    const reversals = this.of(key);
    this.byPayment.delete(keyText(key));
    if (reversals.some((reversal) => !this.added.delete(reversal))) this.gone.push(key);
    return reversals;
  }

  changes(): { held: HeldReversal[]; released: readonly PaymentKey[] } {
    return { held: [...this.added], released: this.gone };
  }
}
