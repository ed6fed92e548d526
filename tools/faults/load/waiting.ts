import { needsOf } from './plan/inputs.js';
import type { Ledger } from './ledger.js';

const CODE = 'code';
const ACKNOWLEDGED = 'acknowledged';
type Kind = typeof CODE | typeof ACKNOWLEDGED;

/** Inputs that cannot be sent before something is known or acknowledged. */
export class Waiting {
  private readonly waiters: Readonly<Record<Kind, Map<number, number[]>>> = {
    code: new Map(),
    acknowledged: new Map(),
  };
  private readonly missing = new Map<number, number>();

  constructor(
    private readonly ledger: Ledger,
    private readonly due: (n: number) => void,
  ) {}

  /** How many inputs wait. */
  get size(): number {
    return this.missing.size;
  }

  /** Lets an input go at once if nothing is missing, else when nothing is missing any more. */
  put(n: number): void {
    const needs = needsOf(n);
    const codes = needs.codes.filter((of) => !this.ledger.knowsMember(of));
    const acknowledged = needs.acknowledged.filter((of) => !this.isEnded(of));
    const missing = codes.length + acknowledged.length;
    if (missing === 0) return this.due(n);
    this.missing.set(n, missing);
    for (const of of codes) this.await(CODE, of, n);
    for (const of of acknowledged) this.await(ACKNOWLEDGED, of, n);
  }

  /** The result of a sign-up has come. */
  codeKnown(of: number): void {
    this.letGo(CODE, of);
  }

  /** There is a last word on an input. */
  ended(of: number): void {
    this.letGo(ACKNOWLEDGED, of);
  }

  private isEnded(of: number): boolean {
    const state = this.ledger.stateOf(of);
    return state === 'acknowledged' || state === 'refused';
  }

  private await(kind: Kind, of: number, n: number): void {
    const list = this.waiters[kind].get(of) ?? [];
    list.push(n);
    this.waiters[kind].set(of, list);
  }

  private letGo(kind: Kind, of: number): void {
    const list = this.waiters[kind].get(of);
    if (!list) return;
    this.waiters[kind].delete(of);
    for (const n of list) {
      const left = this.missing.get(n)! - 1;
      if (left > 0) this.missing.set(n, left);
      else {
        this.missing.delete(n);
        this.due(n);
      }
    }
  }
}
