import { claimsTopic, contributionsTopic, membersTopic, type LogCheckpointed } from '#libs/contracts';
import { happened, type Batch, type Outcome } from '#libs/kernel';
import { forgetCompared, uncomparedIn, type WritePath } from '#libs/messaging';
import type { Database, Transaction } from '#libs/persistence';
import { nothingProven, type goOnProving } from '../../../domain/proof/compare.js';
import { ProofLedger, type CheckpointMessage, type WaivedMessage } from '../../../use-cases/proof-ledger.js';
import {
  keepProven,
  loadProven,
  loadStatements,
  provenOf,
  type Place,
  type ProvenRow,
} from './proof-rows.js';

const TOPICS = [membersTopic.name, contributionsTopic.name, claimsTopic.name];
/** One prover at a time over all replicas. */
const LOCK = 7_262_102;
/** What an owner says reaches a reader after the events themselves, or a few seconds before them. */
const OVERDUE = "interval '30 seconds'";

const NOTE = `
  insert into owner_statement (topic, partition, after, count, digest, digests, recorded_through)
  select topic, partition, after, count, digest, decode(digests, 'base64'), recorded_through
  from unnest($1::text[], $2::integer[], $3::bigint[], $4::bigint[], $5::bigint[], $6::text[], $7::timestamptz[])
    as said (topic, partition, after, count, digest, digests, recorded_through)
  on conflict do nothing`;

const WITH_STATEMENTS = 'select distinct topic, partition from owner_statement order by topic, partition';

const PARTITIONS = `
  select topic, partition, read.events::integer as "readEvents", read.digest::text as "readDigest",
         read.copies::integer as copies, read.copies_digest::text as "copiesDigest", said.count::integer as "saidEvents", said.digest::text as "saidDigest",
         said.is_overdue as "isOverdue", proven.events::integer, proven.digest::text, proven.strangers::integer,
         proven.log_offset::integer as "offset", proven.recorded_through as "recordedThrough", proven.flaw
  from (select topic, partition, events, digest, copies, copies_digest from reading_account where consumer = $1) as read
  full join (
    select distinct on (topic, partition) topic, partition, count, digest,
           min(heard_at) over (partition by topic, "partition") < clock_timestamp() - ${OVERDUE} as is_overdue
    from owner_statement order by topic, partition, count desc
  ) as said using (topic, partition)
  full join proven_partition as proven using (topic, partition)`;

const SET_ASIDE = `
  select topic, partition, log_offset::integer as "offset", reason, status = 'waiting' as "isWaiting"
  from parked_message where consumer = $1 and topic = any($2) and status in ('waiting', 'discarded')
  order by topic, partition, log_offset`;

type PartitionRow = Place & {
  readonly readEvents: number | null;
  readonly readDigest: string;
  readonly copies: number;
  readonly copiesDigest: string | null;
  readonly saidEvents: number | null;
  readonly saidDigest: string;
  readonly isOverdue: boolean;
} & ({ readonly events: null } | ProvenRow);

const takenOf = ({ readDigest, copies, copiesDigest }: PartitionRow, events: number) => ({
  events,
  digest: BigInt(readDigest),
  copies: { events: copies, digest: copiesDigest === null ? null : BigInt(copiesDigest) },
});

const partitionOf = (row: PartitionRow) => {
  const { topic, partition, readEvents, saidEvents, isOverdue } = row;
  const proven = row.events === null ? nothingProven : provenOf(row);
  const { events, digest } = proven;
  const said = saidEvents === null ? null : { events: saidEvents, digest: BigInt(row.saidDigest), isOverdue };
  const owner = said ?? (row.events === null ? null : { events, digest, isOverdue: false });
  return { topic, partition, applied: readEvents === null ? null : takenOf(row, readEvents), owner, proven };
};

/** Statements of owners and how far they were found true, in PostgreSQL. */
export class PostgresProofLedger extends ProofLedger {
  constructor(
    private readonly database: Database,
    private readonly writes: WritePath,
    private readonly consumer: string,
  ) {
    super();
  }

  override note(batch: Batch<CheckpointMessage>): Promise<readonly Outcome<LogCheckpointed>[]> {
    return this.writes.run(batch, async (tx, messages) => {
      const said = messages.map(({ data }) => data);
      await tx.query(NOTE, [
        said.map(({ topic }) => topic),
        said.map(({ partition }) => partition),
        said.map(({ after }) => after),
        said.map(({ count }) => count),
        said.map(({ digest }) => digest),
        said.map(({ digests }) => digests),
        said.map(({ recordedThrough }) => recordedThrough),
      ]);
      return said.map((each) => happened(each));
    });
  }

  override async advance(goOn: typeof goOnProving): Promise<void> {
    const places = await this.database.query<Place>(WITH_STATEMENTS);
    for (const place of places) await this.database.transaction((tx) => this.advanceIn(tx, place, goOn));
  }

  override async partitions() {
    return (await this.database.query<PartitionRow>(PARTITIONS, [this.consumer])).map(partitionOf);
  }

  override async setAside() {
    const rows = await this.database.query<WaivedMessage & { readonly isWaiting: boolean }>(SET_ASIDE, [
      this.consumer,
      TOPICS,
    ]);
    const parked = rows.filter(({ isWaiting }) => isWaiting).length;
    const waived = rows.flatMap(({ isWaiting, ...message }) => (isWaiting ? [] : [message]));
    return { parked, waived };
  }

  private async advanceIn(tx: Transaction, place: Place, goOn: typeof goOnProving): Promise<void> {
    const [owner] = await tx.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [LOCK]);
    if (owner?.mine !== true) return;
    const reader = { ...place, consumer: this.consumer };
    const before = await loadProven(tx, place);
    if (before.flaw !== null) return;
    const { proven, read, statements } = goOn(
      before,
      await loadStatements(tx, place),
      await uncomparedIn(tx, reader),
    );
    if (proven === before && statements === 0) return;
    await keepProven(tx, place, proven);
    await forgetCompared(tx, reader, read);
  }
}
