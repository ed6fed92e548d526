import { describe, expect, it } from '@jest/globals';
import { Ledger } from './ledger.js';

describe('the list of inputs', () => {
  it('keeps states and member numbers of as many as there are', () => {
    const ledger = new Ledger(1);
    const numbers = Array.from({ length: 50_000 }, () => ledger.add());
    expect(numbers).toEqual(numbers.map((_, index) => index));
    ledger.note(40_000, 'acknowledged');
    ledger.note(3, 'refused');
    ledger.noteMember(40_000, '24000000017');
    expect(ledger.tally()).toEqual({ unsent: 49_998, sent: 0, acknowledged: 1, refused: 1 });
    expect(ledger.codeOf(40_000)).toBe('8888824000000017');
  });

  it('never takes back that an input was acknowledged', () => {
    const ledger = new Ledger(1);
    ledger.add();
    ledger.note(0, 'acknowledged');
    ledger.note(0, 'sent');
    expect(ledger.stateOf(0)).toBe('acknowledged');
  });

  it('knows no code before there is a result', () => {
    const ledger = new Ledger(1);
    ledger.add();
    expect(ledger.knowsMember(0)).toBe(false);
    expect(() => ledger.codeOf(0)).toThrow('no member number is known for input 0');
  });
});
