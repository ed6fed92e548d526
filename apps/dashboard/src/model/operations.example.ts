import type { Proof, Reading, Rebuild } from '../api/answers.js';
import { answerWith } from './solo.example.js';

/** A topic of which thirty-four messages wait. */
export const READING: Reading = {
  ...answerWith([]).freshness,
  topics: [{ topic: 'claims.claims.v1', position: 1_200, end: 1_234, lag: 34, stillMs: 7_000 }],
  partitions: [],
};

/** A partition that differs in one place, with messages that wait and one that was given up. */
export const PROOF: Proof = {
  proven: false,
  through: null,
  flaws: [
    {
      topic: 'claims.claims.v1',
      partition: 3,
      kind: 'missing',
      explanation: 'the owner says an event that the log does not have here',
      event: 17,
      offset: 16,
    },
  ],
  parked: 4,
  waived: [{ topic: 'claims.claims.v1', partition: 3, offset: 21, reason: 'unreadable' }],
  partitions: [
    {
      topic: 'claims.claims.v1',
      partition: 3,
      position: 903,
      end: 910,
      lag: 7,
      applied: { count: 902, digest: '00000000000000aa' },
      log: { count: 902, digest: '00000000000000aa', copies: 0, strangers: 0 },
      owner: { count: 905, digest: '00000000000000ab' },
      proven: { count: 901, digest: '00000000000000ac' },
      provenOffset: 900,
      through: '2024-12-17T16:59:00.000+07:00',
    },
  ],
};

/** A rebuild that still reads, of which an earlier comparison found three rows that differ. */
export const REBUILD: Rebuild = {
  id: '0193d0a4-6f3e-7c11-9a51-3f2f9f0b7a01',
  number: 2,
  status: 'loading',
  askedBy: 'operator',
  askedAt: '2024-12-17T16:00:00.000+07:00',
  endedAt: null,
  messagesPerSecondMax: null,
  progress: { read: 3_003, total: 5_005, messagesPerSecond: 404, secondsLeft: 5 },
  comparison: {
    same: false,
    comparedAt: '2024-12-17T16:30:00.000+07:00',
    tables: [{ table: 'cell', oldRows: 701, newRows: 702, differing: 3, first: [] }],
  },
  trouble: null,
};
