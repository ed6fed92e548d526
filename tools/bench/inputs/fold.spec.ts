import { describe, expect, it } from '@jest/globals';
import { contributionsTopic } from '#libs/contracts';
import { factMessages, personsFor } from './facts.js';
import { digestOfSteps, personsOn, stepsOf } from './fold.js';
import { lifeOf } from './lives.js';

const SEED = 7;
const PERSONS = 400;
const steps = stepsOf(SEED, PERSONS);
const lives = Array.from({ length: PERSONS }, (_, number) => lifeOf(SEED, number));

describe('the figures that the lives make', () => {
  it('count everybody as active in the first month, and all but the reversed in the second', () => {
    const reversed = lives.filter(({ isReversed }) => isReversed).length;
    expect(reversed).toBe(10);
    expect(personsOn(steps, 'active', 'ID', '2024-12-31')).toBe(0);
    expect(personsOn(steps, 'active', 'ID', '2025-01-31')).toBe(PERSONS);
    expect(personsOn(steps, 'active', 'ID', '2025-02-28')).toBe(PERSONS - reversed);
    expect(personsOn(steps, 'active', 'ID', '2025-03-01')).toBe(0);
  });

  it('count who is registered until the membership ends', () => {
    const ended = lives.filter(({ endedOn }) => endedOn !== null).length;
    expect(personsOn(steps, 'registered', 'ID', '2024-10-01')).toBe(5);
    expect(personsOn(steps, 'registered', 'ID', '2025-02-19')).toBe(PERSONS);
    expect(personsOn(steps, 'registered', 'ID', '2025-02-20')).toBe(PERSONS - ended);
  });

  it('follow who moves', () => {
    const mover = lives.find(({ move }) => move !== null)!;
    const others = (day: string) =>
      lives.filter(({ village, move }) => (move && day >= move.on ? move.to : village) === mover.village)
        .length;
    expect(personsOn(steps, 'registered', mover.village, '2025-01-14')).toBe(others('2025-01-14'));
    expect(personsOn(steps, 'registered', mover.village, '2025-01-15')).toBe(others('2025-01-15'));
    expect(others('2025-01-15')).toBe(others('2025-01-14') - 1);
  });
});

describe('their digest', () => {
  it('is the same for the same lives, and another one for one person less', () => {
    expect(digestOfSteps(stepsOf(SEED, PERSONS))).toEqual(digestOfSteps(steps));
    expect(digestOfSteps(stepsOf(SEED, PERSONS - 1)).hash).not.toBe(digestOfSteps(steps).hash);
  });

  it('shows one person counted twice in one village', () => {
    const [key, persons] = [...steps][0]!;
    const doubled = new Map(steps).set(key, persons + 1);
    expect(digestOfSteps(doubled)).not.toEqual(digestOfSteps(steps));
  });
});

describe('the messages', () => {
  const messages = [...factMessages(SEED, PERSONS)];

  it('lie in the order in which they were recorded, repeats among them', () => {
    for (const topic of new Set(messages.map((message) => message.topic))) {
      const instants = messages
        .filter((message) => message.topic === topic)
        .map(({ headers }) => headers['ce_time']!);
      expect(instants).toEqual([...instants].sort());
    }
  });

  it('tell of one person in five that paid late', () => {
    const late = messages.filter(
      ({ topic, headers, value }) =>
        topic === contributionsTopic.name &&
        headers['ce_type']!.includes('paid') &&
        (JSON.parse(String(value)) as { through: string }).through < headers['ce_time']!.slice(0, 10),
    );
    expect(new Set(late.map(({ key }) => key)).size).toBe(PERSONS / 5);
  });

  it('are about as many as wanted, two in a hundred of them twice', () => {
    expect(messages.length / PERSONS).toBeCloseTo(3.1, 1);
    expect(personsFor(3_100)).toBe(1_000);
    const ids = new Set(messages.map(({ headers }) => headers['ce_id']));
    expect(messages.length - ids.size).toBe(Math.floor(ids.size / 50));
  });

  it('count up for each subject without a gap, repeats apart', () => {
    const last = new Map<string, number>();
    for (const { topic, headers } of messages) {
      const subject = `${topic} ${headers['ce_subject']}`;
      const [before, sequence] = [last.get(subject) ?? 0, Number(headers['ce_sequence'])];
      expect([before, before + 1]).toContain(sequence);
      last.set(subject, sequence);
    }
  });
});
