import type { Benefit } from '#libs/kernel';

const DEATH = [
  'member-card',
  'identity-card',
  'heir-identity-card',
  'heir-statement',
  'family-card',
  'death-certificate',
  'bank-book',
];

/** What is handed in with the claims of the story: all that the benefit asks for. */
export const DOCUMENTS: Readonly<Record<Benefit, readonly string[]>> = {
  'accident-care': ['member-card', 'identity-card', 'chronology', 'receipts'],
  'accident-income': ['member-card', 'identity-card', 'chronology', 'medical-report', 'rest-letter'],
  'death-grant': DEATH,
  funeral: DEATH,
  'old-age': [
    'member-card',
    'identity-card',
    'family-card',
    'bank-book',
    'reason-letter',
    'tax-number',
    'savings-statement',
  ],
  pension: ['identity-card', 'family-card', 'bank-book', 'reason-letter', 'savings-statement'],
  'job-loss': ['bank-book', 'reason-letter'],
  scholarship: ['family-card', 'school-statement'],
};
