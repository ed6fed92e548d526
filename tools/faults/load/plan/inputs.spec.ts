import { describe, expect, it } from '@jest/globals';
import { claimAt, envelopeOf, inputOfPayment, inputOfSignUp, needsOf, poisonReason } from './inputs.js';
import { BLOCK, slotOf } from './place.js';
import { personOf } from './people.js';
import { SLOTS } from './slots.js';

const SEED = 5;
const BLOCKS = 30;
const codeOf = (n: number) => `88888${String(n).padStart(11, '0')}`;
const all = Array.from({ length: BLOCKS * BLOCK }, (_, n) => n);
const contentOf = (n: number) => {
  const envelope = envelopeOf(SEED, n, codeOf);
  return envelope && (JSON.parse(envelope.value ?? 'null') as Record<string, unknown>);
};

describe('the inputs of a seed', () => {
  it('are the same whenever they are asked for, and others for another seed', () => {
    const texts = (seed: number) => all.map((n) => JSON.stringify(envelopeOf(seed, n, codeOf)));
    expect(texts(SEED)).toEqual(texts(SEED));
    expect(texts(SEED + 1)[0]).not.toEqual(texts(SEED)[0]);
  });

  it('come by HTTP one in five', () =>
    expect(SLOTS.filter(({ via }) => via === 'http').length / SLOTS.length).toBeCloseTo(0.2, 2));

  it('need only what stands before them, or does not wait', () => {
    for (const n of all)
      for (const of of [...needsOf(n).codes, ...needsOf(n).acknowledged]) {
        expect(of).toBeLessThan(n);
        expect(of).toBeGreaterThanOrEqual(n - (n % BLOCK));
      }
  });

  it('say by their ids which input they are', () => {
    for (const n of all) {
      const slot = slotOf(n);
      if (slot.act === 'sign-up') expect(inputOfSignUp(SEED, String(contentOf(n)!['signUpId']))).toBe(n);
      if (slot.act === 'payment') expect(inputOfPayment(SEED, String(contentOf(n)!['paymentId']))).toBe(n);
    }
    expect(inputOfSignUp(SEED + 1, String(contentOf(20)!['signUpId']))).toBeNull();
    expect(inputOfPayment(SEED, 'F55-1')).toBeNull();
  });

  it('repeat an input with the same content, and reuse its id with another one', () => {
    for (const n of all) {
      const slot = slotOf(n);
      if (slot.act !== 'repeat' && slot.act !== 'reuse') continue;
      const [mine, first] = [
        envelopeOf(SEED, n, codeOf)!,
        envelopeOf(SEED, needsOf(n).acknowledged[0]!, codeOf)!,
      ];
      expect(mine.key).toBe(first.key);
      expect(mine.value === first.value).toBe(slot.act === 'repeat');
    }
  });

  it('give each poison a key of its own', () => {
    const poison = all.flatMap((n) => {
      const slot = slotOf(n);
      return slot.act === 'poison' ? [{ key: envelopeOf(SEED, n, codeOf)!.key, into: slot.into, n }] : [];
    });
    expect(new Set(poison.map(({ key }) => key)).size).toBe(poison.length);
    expect(new Set(poison.map(({ n, into }) => poisonReason(n, into))).size).toBe(6);
  });

  it('pay what the sum of the lines is, but where that is the flaw', () => {
    for (const n of all) {
      const slot = slotOf(n);
      if (slot.act !== 'payment' || slot.by !== 'lines') continue;
      const { amount, lines } = contentOf(n) as { amount: number; lines: { amount: number }[] };
      const sum = lines.reduce((rupiah, line) => rupiah + line.amount, 0);
      expect(amount === sum).toBe(slot.flaw === null);
    }
  });

  it('claim a funeral that is paid and an accident that is not', () =>
    expect(all.flatMap((n) => claimAt(SEED, n)?.decision ?? []).slice(0, 2)).toEqual([
      'approved',
      'rejected',
    ]));
});

describe('the people of a seed', () => {
  it('have a NIK each, which agrees with birth date and sex', () => {
    const people = Array.from({ length: 200_000 }, (_, number) => personOf(SEED, number));
    expect(new Set(people.map(({ nik }) => nik)).size).toBe(people.length);
    for (const { nik, birthDate, sex } of people.slice(0, 1_000)) {
      const day = Number(nik.slice(6, 8)) - (sex === 'female' ? 40 : 0);
      const stated = `${birthDate.slice(8)}${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}`;
      expect(`${String(day).padStart(2, '0')}${nik.slice(8, 12)}`).toBe(stated);
    }
  });
});
