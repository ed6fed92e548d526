import { eventByType, paymentReversed } from '#libs/contracts';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { memberMessages } from '../../bench/inputs/members.js';
import { PaymentPlan, personsFor } from './inputs.js';
import { Published } from './published.js';

const SEED = 7;
const PERSONS = personsFor(20_000);
const plan = new PaymentPlan(SEED, PERSONS);
const messages = [...plan.messages()];
const dataOf = ({ value }: (typeof messages)[number]) =>
  JSON.parse(String(value)) as { paymentId: string; amount: number };
const isReversal = ({ headers }: (typeof messages)[number]) => headers['ce_type'] === paymentReversed.type;

describe('the payments of the trial', () => {
  it('are so many, of which one in twenty comes twice and one in a hundred is taken back', () => {
    const { payments, duplicates, conflicts, reversals } = plan.counts;
    expect(payments).toBeGreaterThanOrEqual(20_000);
    expect(payments).toBeLessThan(20_300);
    expect(duplicates / payments).toBeCloseTo(0.05, 2);
    expect(reversals / payments).toBeCloseTo(0.01, 2);
    expect(conflicts).toBeGreaterThan(0);
    expect(messages).toHaveLength(payments + duplicates + conflicts + reversals);
  });

  it('are the same for the same seed', () =>
    expect([...new PaymentPlan(SEED, PERSONS).messages()]).toEqual(messages));

  it('are taken back before they come and after, and months are paid anew only behind that', () => {
    const sent = messages.map((one) => ({ id: dataOf(one).paymentId, isReversal: isReversal(one) }));
    const placeOf = (wanted: string, reversal = false) =>
      sent.findIndex(({ id, isReversal: isBack }) => id === wanted && isBack === reversal);
    const reversed = sent.filter((one) => one.isReversal).map(({ id }) => id);
    const places = reversed.map((id) => ({
      payment: placeOf(id),
      reversal: placeOf(id, true),
      again: placeOf(`${id}-again`),
    }));
    expect(places.some(({ payment, reversal }) => reversal < payment)).toBe(true);
    expect(places.some(({ payment, reversal }) => reversal > payment)).toBe(true);
    const anew = places.filter(({ again }) => again >= 0);
    expect(anew.length).toBeGreaterThan(0);
    expect(anew.every(({ payment, reversal, again }) => again > payment && again > reversal)).toBe(true);
  });

  it('and the members who pay them are what the contracts say', () => {
    for (const { value, headers } of [...memberMessages(SEED, 10), ...messages.slice(0, 200)]) {
      const contract = eventByType(String(headers['ce_type']))!;
      const stated = plainToInstance(contract.payload, JSON.parse(String(value)) as object);
      expect(validateSync(stated)).toEqual([]);
    }
  });
});

describe('what was published', () => {
  const told = (subject: string, sequence: number, data: object, type = 'contribution-paid') => ({
    value: Buffer.from(JSON.stringify(data)),
    header: (name: string) =>
      ({ ce_subject: subject, ce_sequence: String(sequence), ce_type: `id.cakupan.contribution.${type}.v1` })[
        name
      ] ?? null,
  });
  const paid = (contributionId: string, paymentId = 'P-1') => ({
    contributionId,
    paymentId,
    months: ['2028-01'],
  });
  const read = (...events: ReturnType<typeof told>[]) => {
    const published = new Published();
    for (const event of events) published.take(event);
    return published;
  };

  it('is the same whatever ids contributions were given, in reversals too', () => {
    const run = (id: string) =>
      read(
        told('m-1', 1, paid(id)),
        told('m-1', 2, { contributionId: id, reason: 'x' }, 'contribution-reversed'),
        told('p-1', 1, { contributions: [id] }, 'payment-accepted'),
      );
    expect(run('a').differingFrom(run('b'))).toEqual([]);
    expect(run('a').events).toBe(3);
  });

  it('differs by content, by order and by what is missing', () => {
    const one = read(told('m-1', 1, paid('a')), told('m-1', 2, paid('b', 'P-2')));
    expect(read(told('m-1', 1, paid('a')), told('m-1', 2, paid('b', 'P-3'))).differingFrom(one)).toEqual([
      'm-1',
    ]);
    expect(read(told('m-1', 1, paid('b', 'P-2')), told('m-1', 2, paid('a'))).differingFrom(one)).toEqual([
      'm-1',
    ]);
    expect(read(told('m-1', 1, paid('a'))).differingFrom(one)).toEqual(['m-1']);
    expect(one.differingFrom(read())).toEqual(['m-1']);
  });

  it('may repeat an event, and neither change nor leave out one', () => {
    const again = read(told('m-1', 1, paid('a')), told('m-1', 1, paid('a')));
    expect([again.repeated, again.events, again.faults]).toEqual([1, 1, []]);
    expect(read(told('m-1', 1, paid('a')), told('m-1', 1, paid('a', 'P-2'))).faults).toEqual([
      { kind: 'told-differently', subject: 'm-1', sequence: 1 },
    ]);
    expect(read(told('m-1', 2, paid('a'))).faults).toEqual([
      { kind: 'left-out', subject: 'm-1', sequence: 1 },
    ]);
  });
});
