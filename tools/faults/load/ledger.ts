/** What the client knows of an input. */
export type InputState = 'unsent' | 'sent' | 'acknowledged' | 'refused';

const STATES: readonly InputState[] = ['unsent', 'sent', 'acknowledged', 'refused'];
const FIRST_ROOM = 1 << 14;
const CODE_PREFIX = '88888';

/**
 * The client's own list of inputs: all there were, which were acknowledged, and the member numbers that the services
 * answered with. What each input said follows from the seed and these numbers, so a million inputs take a dozen bytes
 * each and no payload is kept.
 */
export class Ledger {
  private states = new Uint8Array(FIRST_ROOM);
  private numbers = new Float64Array(FIRST_ROOM);
  private made = 0;

  constructor(readonly seed: number) {}

  /** How many inputs there are; they are numbered from 0. */
  get count(): number {
    return this.made;
  }

  /** Adds the next input, and answers with its number. */
  add(): number {
    if (this.made === this.states.length) this.grow();
    this.made += 1;
    return this.made - 1;
  }

  stateOf(n: number): InputState {
    return STATES[this.states[n]!]!;
  }

  /** An input is never less than it was: an acknowledged one stays so when it is sent again. */
  note(n: number, state: InputState): void {
    this.states[n] = Math.max(this.states[n]!, STATES.indexOf(state));
  }

  /** How many inputs are in each state. */
  tally(): Readonly<Record<InputState, number>> {
    const tally = { unsent: 0, sent: 0, acknowledged: 0, refused: 0 };
    for (let n = 0; n < this.made; n += 1) tally[this.stateOf(n)] += 1;
    return tally;
  }

  /** Keeps the eleven digits of the member number that a sign-up led to. */
  noteMember(n: number, memberNumber: string): void {
    this.numbers[n] = Number(memberNumber);
  }

  knowsMember(n: number): boolean {
    return this.numbers[n]! > 0;
  }

  /** The payment code of the membership that a sign-up led to. Throws when no result has come. */
  readonly codeOf = (n: number): string => {
    if (!this.knowsMember(n)) throw new Error(`no member number is known for input ${n}`);
    return `${CODE_PREFIX}${this.numbers[n]}`;
  };

  private grow(): void {
    const states = new Uint8Array(this.states.length * 2);
    const numbers = new Float64Array(this.numbers.length * 2);
    states.set(this.states);
    numbers.set(this.numbers);
    this.states = states;
    this.numbers = numbers;
  }
}
