import type { Benefit, Programme } from '#libs/kernel';

const BENEFITS_OF: Readonly<Record<Programme, readonly Benefit[]>> = {
  JKK: ['accident-care', 'accident-income', 'death-grant', 'funeral', 'scholarship'],
  JKM: ['death-grant', 'funeral', 'scholarship'],
  JHT: ['old-age'],
  JP: ['pension'],
  JKP: ['job-loss'],
};

/** Whether the programme pays this class of benefit. */
export const pays = (programme: Programme, benefit: Benefit): boolean =>
  BENEFITS_OF[programme].includes(benefit);

/** Programmes that insure an event: what matters is whether the person was covered on the day that it happened. */
export const insuresTheDay = (programme: Programme): boolean => programme === 'JKK' || programme === 'JKM';

/** Benefits that are granted once: a funeral for the person, a death grant for each of the person's segments. */
export const grantedOnce = (benefit: Benefit): 'per-person' | 'per-segment' | 'no' => {
  if (benefit === 'funeral') return 'per-person';
  return benefit === 'death-grant' ? 'per-segment' : 'no';
};
