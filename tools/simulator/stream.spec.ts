import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import {
  jsonSchemaOf,
  paymentReversed,
  paymentSettled,
  signUpSubmitted,
  type EventContract,
  type SignUpSubmitted,
} from '#libs/contracts';
import { isKnownOccupation } from '#libs/kernel';
import type { OutgoingMessage } from '#libs/messaging';
import { Ajv, type ValidateFunction } from 'ajv';
import formats from 'ajv-formats';
import { STORY_DAY, STORY_ENDS_AT, utcText } from '../sample/instants.js';
import { KELURAHAN } from '../sample/places/kelurahan.js';
import { Story } from '../sample/story.js';
import { timetableOf } from '../sample/timetable.js';
import { expectedFigures, expectedInputs, removablePayment } from './expected.js';
import { moneyInOrder, signUpsInOrder } from './stream.js';
import { tellStory, type Told } from './testing/tell-story.js';

const SMALL = 0.01;
const small = () => new Story({ seed: 7, scale: SMALL });

const bytesOf = (seed: number) => {
  const hash = createHash('sha256');
  tellStory(new Story({ seed, scale: SMALL }), { look: (message) => hash.update(JSON.stringify(message)) });
  return hash.digest('hex');
};

const livingInSolo = ({ byHand, diedOn }: Told) => {
  const codes = new Set(KELURAHAN.map(({ code }) => code));
  return [...byHand.active(STORY_DAY, diedOn).values()].filter(
    ({ region }) => region !== null && codes.has(region),
  );
};

const inSegment = (told: Told, segment: string) =>
  livingInSolo(told).filter(({ segments }) => segments.has(segment)).length;

describe('the stream of a story', () => {
  it('is the same, byte for byte, for the same seed', () => expect(bytesOf(7)).toBe(bytesOf(7)));

  it('is another for another seed', () => expect(bytesOf(7)).not.toBe(bytesOf(8)));

  it('comes in story order and ends with the story', () => {
    const story = small();
    const timetable = timetableOf(story);
    for (const items of [[...signUpsInOrder(story, timetable)], [...moneyInOrder(story, timetable)]]) {
      const instants = items.map(({ at }) => at);
      expect(instants).toEqual(instants.toSorted((a, b) => a - b));
      expect(instants.at(-1)).toBeLessThanOrEqual(STORY_ENDS_AT);
    }
  });

  it('never sends money before the sign-up that it is for', () => {
    const story = small();
    const timetable = timetableOf(story);
    const signedUpAt = new Map([...signUpsInOrder(story, timetable)].map(({ ordinal, at }) => [ordinal, at]));
    const early = [...moneyInOrder(story, timetable)].filter(({ at, needs }) =>
      needs.some((ordinal) => signedUpAt.get(ordinal)! > at),
    );
    expect(early).toEqual([]);
  });
});

describe('every message of a story', () => {
  const ajv = formats.default(new Ajv({ allowUnionTypes: true }));
  const contracts: readonly EventContract[] = [signUpSubmitted, paymentSettled, paymentReversed] as never;
  const validators = new Map<string, ValidateFunction>(
    contracts.map((contract) => [contract.type, ajv.compile(jsonSchemaOf(contract))]),
  );
  const messages: OutgoingMessage[] = [];
  tellStory(small(), { look: (message) => messages.push(message) });

  it('keeps the schema of its contract', () => {
    const broken = messages.filter(
      ({ value, headers }) => !validators.get(headers['ce_type']!)!(JSON.parse(String(value))),
    );
    expect(broken).toEqual([]);
  });

  it('carries the attributes of CloudEvents, with an id of its own', () => {
    const names = [
      'ce_specversion',
      'ce_id',
      'ce_source',
      'ce_type',
      'ce_time',
      'ce_subject',
      'content-type',
    ];
    expect(messages.filter(({ headers }) => names.some((name) => !headers[name]))).toEqual([]);
    expect(new Set(messages.map(({ headers }) => headers['ce_id'])).size).toBe(messages.length);
    expect(messages.every(({ headers }) => headers['ce_time']! <= utcText(STORY_ENDS_AT))).toBe(true);
  });

  it('names occupations that the project knows, at most two', () => {
    const signUps = messages
      .filter(({ headers }) => headers['ce_type'] === signUpSubmitted.type)
      .map(({ value }) => JSON.parse(String(value)) as SignUpSubmitted);
    expect(
      signUps.filter(({ occupations }) => occupations.length > 2 || !occupations.every(isKnownOccupation)),
    ).toEqual([]);
  });
});

describe.each([0.005, 0.01, 0.03])('a story at scale %d, reckoned by hand', (scale) => {
  const story = new Story({ seed: 11, scale });
  const told = tellStory(story);
  const figures = expectedFigures(scale);

  it('has as many active persons in Solo as stated', () =>
    expect(livingInSolo(told)).toHaveLength(figures.activePersons));

  it('has them in the kelurahan as stated, some in each', () => {
    const counts = Object.fromEntries(KELURAHAN.map(({ code }) => [code, 0]));
    for (const { region } of livingInSolo(told)) counts[region!]! += 1;
    expect(counts).toEqual(figures.byKelurahan);
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(0);
  });

  it('has them in the segments as stated', () => {
    const { PU, BPU, overlap } = figures.bySegment;
    expect([inSegment(told, 'PU'), inSegment(told, 'BPU')]).toEqual([PU, BPU]);
    expect(PU + BPU - overlap).toBe(figures.activePersons);
  });

  it('answers the inputs as stated', () => {
    const { signUps, payments } = expectedInputs(story);
    expect(Object.fromEntries(told.byHand.results)).toEqual({
      registered: signUps.registered,
      'already-member': signUps.alreadyMember,
      accepted: payments.accepted,
      unmatched: payments.unmatched,
      refused: signUps.refused + payments.refused,
    });
  });

  it('loses exactly one without the payment named for it', () => {
    const without = tellStory(story, { without: removablePayment(story).paymentId });
    expect(livingInSolo(without)).toHaveLength(figures.activePersons - 1);
  });
});

describe('the whole story', () => {
  it('states the published number of active persons', () =>
    expect(expectedFigures(1).activePersons).toBe(100_512));
});
