import type { parked as indonesian } from './id-parked.js';

/** What the view of operations says of messages that were set aside, in English. */
export const parked: typeof indonesian = {
  title: 'Messages set aside',
  none: 'No message waits.',
  retry: 'Try again',
  discard: 'Discard',
  why: 'Why it is discarded',
  refusedAgain: (detail) => `Tried again and refused again: ${detail}`,
  settled: {
    retried: (message) => `${message} was tried again and accepted.`,
    discarded: (message) => `${message} was discarded.`,
  },
};
