import type { published as indonesian } from './id-published.js';

/** What the view of published figures says, in English. */
export const published: typeof indonesian = {
  title: 'Published figures beside ours',
  note: 'What newspapers printed is a claim with a source, never corrected. Where there are no events for a figure, the reason is stated.',
  reasons: {
    'no-events': 'Nothing is recorded of it.',
    'not-from-events': 'It is stated, and does not follow from events.',
    'denominator-missing': 'No denominator is recorded for it.',
  },
  beyondSample: 'The sample holds Solo, and few people elsewhere.',
  figure: 'Figure',
  article: 'Article',
  figureAndArticle: 'Figure and article',
  kinds: {
    stock: 'Members',
    denominator: 'People counted',
    target: 'Target',
    coverage: 'Coverage',
    gap: 'Gap',
    benefits: 'Benefits paid',
    channel: 'Channels',
    funnel: 'People reached',
  },
  measures: {
    members: 'Members',
    'active-members': 'Active members',
    'members-by-nik': 'Members by NIK',
  },
  inPaper: (paper, day, title) => `${paper}, ${day}: “${title}”`,
  points: (count) => `${count} percentage points`,
  printed: 'Printed',
  ours: 'Ours',
  difference: 'Difference',
  recomputed: 'Recomputed',
  meanings: {
    printed: 'As it stands in the article.',
    ours: 'What events say of the same day.',
    difference: 'Ours less the printed one; of shares, in percentage points.',
    recomputed: 'Worked out again from the numbers that were printed with it.',
  },
};
