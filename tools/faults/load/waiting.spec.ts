import { describe, expect, it } from '@jest/globals';
import { Ledger } from './ledger.js';
import { needsOf } from './plan/inputs.js';
import { BLOCK, slotOf } from './plan/place.js';
import { Waiting } from './waiting.js';

const given = () => {
  const ledger = new Ledger(1);
  for (let n = 0; n < BLOCK; n += 1) ledger.add();
  const due: number[] = [];
  return { ledger, due, waiting: new Waiting(ledger, (n) => due.push(n)) };
};

const places = Array.from({ length: BLOCK }, (_, n) => n);
const withLines = places.find((n) => needsOf(n).codes.length > 1)!;
const repeat = places.find((n) => slotOf(n).act === 'repeat')!;

describe('inputs that wait', () => {
  it('go at once when they need nothing', () => {
    const { due, waiting } = given();
    const free = places.find((n) => slotOf(n).act === 'sign-up')!;
    waiting.put(free);
    expect(due).toEqual([free]);
  });

  it('go when the last of the codes is known', () => {
    const { ledger, due, waiting } = given();
    waiting.put(withLines);
    const { codes } = needsOf(withLines);
    for (const of of codes) {
      expect(due).toEqual([]);
      ledger.noteMember(of, '24000000017');
      waiting.codeKnown(of);
    }
    expect(due).toEqual([withLines]);
    expect(waiting.size).toBe(0);
  });

  it('go when there was a last word on the input that they say again', () => {
    const { ledger, due, waiting } = given();
    waiting.put(repeat);
    const [of] = needsOf(repeat).acknowledged;
    ledger.note(of!, 'refused');
    waiting.ended(of!);
    expect(due).toEqual([repeat]);
  });

  it('do not wait for what is there already', () => {
    const { ledger, due, waiting } = given();
    ledger.note(needsOf(repeat).acknowledged[0]!, 'acknowledged');
    waiting.put(repeat);
    expect(due).toEqual([repeat]);
  });
});
