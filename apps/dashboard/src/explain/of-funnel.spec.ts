import { expect, it } from '@jest/globals';
import type { Funnel } from '../api/answers.js';
import { BANK, FUN_RUN } from '../model/funnel.example.js';
import { stagesOf, worstLoss } from '../model/funnel.js';
import { answerWith } from '../model/solo.example.js';
import { shownIn } from '../words/shown.js';
import { couldDefinition, lossDefinition, stageDefinition } from './of-funnel.js';

const body: Funnel = {
  region: 'ID',
  from: '2015-11-14',
  through: '2015-12-13',
  asOf: '2024-12-17',
  definition: 'memberships',
  ...FUN_RUN,
  rows: [],
  freshness: answerWith([]).freshness,
};
const of = { body, address: 'http://cakupan.test/v1/funnel?region=ID', sentAt: null };
const [reached, signedUp, , after3] = stagesOf(FUN_RUN);
const said = (stage = signedUp!, part: string | null = null) =>
  stageDefinition({ of, stage, part }, shownIn('en'));

it('calculates the share of those who could have come so far', () => {
  expect(said().calculation).toBe('2,200 ÷ 16,000 = 0.1375 → 13.75%');
  expect(said(after3!).calculation).toBe('11 ÷ 2,200 = 0.005 → 0.50%');
  expect(said(reached!).calculation).toBeNull();
});

it('names region, part, period and counts', () => {
  const inputs = said(signedUp!, 'Event').inputs.map((input) => input.join(': '));
  expect(inputs).toEqual([
    'Region: ID',
    'Part: Event',
    'From: 14 November 2015',
    'Through: 13 December 2015',
    'As of: 17 December 2024',
    'Signed up: 2,200',
    'Of: 16,000',
  ]);
});

it('says who could have come so far', () => {
  const { title, meaning, calculation } = couldDefinition({ of, stage: after3!, part: null }, shownIn('en'));
  expect(title).toBe('Active after 3 months: of');
  expect(meaning).toContain('the day 3 months after registration has come');
  expect(calculation).toBeNull();
});

it('calculates how far a share falls', () => {
  const bank = { ...of, body: { ...body, ...BANK } };
  const { calculation, inputs } = lossDefinition(bank, worstLoss(BANK)!, shownIn('en'));
  expect(calculation).toBe('0.9 − 0.5 = 0.4');
  expect(inputs.at(-1)).toEqual(['Active after 6 months', '0.5']);
});

it('rests on events, as far as the answer says that it had heard', () =>
  expect(stageDefinition({ of, stage: signedUp!, part: null }, shownIn('en')).standing).toEqual({
    kind: 'heard',
    freshness: body.freshness,
  }));
