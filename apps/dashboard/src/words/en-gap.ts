import type { gapView as indonesian } from './id-gap.js';

/** What closing the gap says, in English. */
export const gapView: typeof indonesian = {
  where: 'Where the people are',
  whose: 'Whose gap',
  all: 'All',
  everybody: 'everybody',
  counted: (who) => `Counted: ${who}.`,
  targetShared: (aim, id) => `The target shared out: ${aim} (${id}).`,
  noTarget: 'There is no target of theirs to share out.',
  rankedBy: 'First',
  rankings: { missing: 'Most missing', pace: 'Fastest', retention: 'Most retained' },
  whatIf: 'What if',
  aim: 'Coverage to reach (%)',
  sponsored: 'Of them sponsored (persons)',
  months: 'Sponsored for (months)',
  people: 'more persons, with contributions of',
  aMonth: 'a month.',
  byPayer: 'Contributions by payer',
  payer: 'Payer',
  monthly: 'Rupiah a month',
  total: 'Over the sponsored months',
  payers: { self: 'Members themselves', sponsor: 'Sponsor or budget' },
  tooShort:
    'A sponsorship under three months buys cover for work accidents, but for a death not at work only the funeral part, unless the member goes on paying.',
  basis: (jkk, jkm, regulation) =>
    `Computed with the lowest bracket: JKK ${jkk} and JKM ${jkm} a month (${regulation}), without temporary reliefs.`,
  noContribution: 'No bracket of contributions holds on that day yet, so there is nothing to compute with.',
  rank: 'Rank',
  ranksBy: {
    missing: 'The place of this region among the others where the one that misses most comes first.',
    pace: 'The place of this region among the others where the one that grows fastest comes first.',
    retention: 'The place of this region among the others where the one whose members stay most comes first.',
  },
  basisOf: 'Basis of the bracket',
  retention: 'Retained',
  share: 'Needed there',
  goal: 'Its part of the target',
  sharedBy: 'Shared out by',
  sharedBys: { denominator: 'denominators', registered: 'registered persons' },
  meanings: {
    self: 'Those who are needed, without those who are sponsored.',
    sponsor: 'As many as are supposed to be sponsored, at most those who are needed.',
    contribution:
      'What one of the self-employed pays a month in the lowest bracket, without temporary reliefs.',
    needed: 'Coverage to reach times denominator, rounded up, less persons.',
    retention: 'Active persons for each registered one: whether those who join stay.',
    share:
      'The target is shared out by how many people each region has, or by the registered where one has no denominator. Needed is its part less its persons, never below zero; so all together are at least what is needed for the target.',
    total: 'Contributions of a month times the months sponsored.',
    monthly: 'Persons times a month’s contribution of the lowest bracket for JKK and JKM.',
  },
};
