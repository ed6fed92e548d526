import { WritePath } from '#libs/messaging';
import { Database } from '#libs/persistence';
import type { Provider } from '@nestjs/common';
import { ProofController } from './inbound/http/proof/proof.controller.js';
import { CheckpointsListener } from './inbound/kafka/checkpoints.listener.js';
import { ProofRounds } from './inbound/timer/proof-rounds.js';
import { PostgresProofLedger } from './outbound/persistence/proof/postgres-proof-ledger.js';
import { Freshness } from './use-cases/freshness.js';
import { NoteWhatOwnersSay } from './use-cases/note-what-owners-say.js';
import { ProofLedger } from './use-cases/proof-ledger.js';
import { ProveWhatWasRead } from './use-cases/prove-what-was-read.js';
import { ShowTheProof } from './use-cases/show-the-proof.js';

/** What can be asked about the proof, and what is read for it. */
export const proofControllers = [ProofController, CheckpointsListener];

/** On top of the database, the write path and freshness. `consumer` is the one whose reading is proven. */
export const proofProviders = (consumer: string): Provider[] => [
  {
    provide: ProofLedger,
    inject: [Database, WritePath],
    useFactory: (database: Database, writes: WritePath) =>
      new PostgresProofLedger(database, writes, consumer),
  },
  {
    provide: NoteWhatOwnersSay,
    inject: [ProofLedger],
    useFactory: (ledger: ProofLedger) => new NoteWhatOwnersSay(ledger),
  },
  {
    provide: ProveWhatWasRead,
    inject: [ProofLedger],
    useFactory: (ledger: ProofLedger) => new ProveWhatWasRead(ledger),
  },
  {
    provide: ShowTheProof,
    inject: [ProofLedger, Freshness],
    useFactory: (ledger: ProofLedger, freshness: Freshness) => new ShowTheProof(ledger, freshness),
  },
];

/** What goes on by itself; left out where a test does it step by step. */
export const proofSchedule: Provider[] = [ProofRounds];
