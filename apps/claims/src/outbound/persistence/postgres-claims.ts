import type { Batch, Ids, Outcome } from '#libs/kernel';
import type { EventLog, WritePath } from '#libs/messaging';
import type { Database, Transaction } from '#libs/persistence';
import type { Claim, ClaimEvent } from '../../domain/claim/claim.js';
import {
  Claims,
  type ClaimAnswer,
  type ClaimCommand,
  type ClaimQuery,
  type ClaimSituation,
  type ClaimStep,
  type ToLookAt,
} from '../../use-cases/claims.js';
import { CLAIM_COLUMNS, claimOf, keptClaimOf, writeClaims, type ClaimRow } from './claim-rows.js';
import { STEPS, writeSteps } from './claim-steps.js';
import { ClaimsInHand } from './claims-in-hand.js';
import { loadCovers, personLock } from './cover-rows.js';

const OWNERS = 'select distinct person_id from claim where claim_id = any($1::uuid[])';
const MEMBERS = 'select membership_id, person_id from member where membership_id = any($1::uuid[])';

const LOAD = `
  select ${CLAIM_COLUMNS} from claim where claim_id = any($1::uuid[]) or person_id = any($2::uuid[])`;

/** Of claims whose account is known: how many other persons have claims on it that were not rejected. */
const SHARING = `
  select one.claim_id, count(distinct other.person_id)::integer as persons
    from claim as one join claim as other
      on other.account_token = one.account_token and other.person_id <> one.person_id
   where one.claim_id = any($1::uuid[]) and one.account_token is not null
     and coalesce(other.decision ->> 'decision', '') <> 'rejected'
   group by one.claim_id`;

const FIND = `select ${CLAIM_COLUMNS} from claim where claim_id = $1`;

/** Newest first; what came later stands before the place where the page begins, so a page never shifts. */
const LIST = `
  select ${CLAIM_COLUMNS} from claim
  where ($1::text[] is null or residence = any($1) or residence like any($2))
    and ($3::uuid is null or listed < (select listed from claim where claim_id = $3))
    and ($4::text is null or status = $4)
    and ($5::uuid is null or person_id = $5)
    and (not $6::boolean or status not in ('rejected', 'paid', 'closed'))
  order by listed desc
  limit $7`;

const DUE = `
  select claim_id from claim
  where bank_step = 'instruct' and bank_at <= $1 or bank_step = 'ask' and bank_at <= $2
  order by bank_at
  limit $3`;

/** Only what is under way or to be looked at has a step: few, and in an index of their own. */
const TO_LOOK_AT = `
  select case bank_step when 'look' then 'paid-twice' else 'overdue' end as why, count(*)::integer as count,
         (array_agg(claim_id::text order by bank_at))[1:10] as "claimIds"
    from claim
   where bank_step is not null
     and (bank_step = 'look' or (disbursements -> -1 ->> 'orderedAt')::timestamptz <= $1)
   group by 1 order by 1`;

/** Claims in PostgreSQL. */
export class PostgresClaims extends Claims {
  constructor(
    private readonly database: Database,
    private readonly writes: WritePath,
    private readonly events: EventLog,
    private readonly ids: Ids,
  ) {
    super();
  }

  override change<Command extends ClaimCommand>(
    batch: Batch<Command>,
    decide: (command: Command, situation: ClaimSituation) => Outcome<ClaimEvent>,
  ): Promise<readonly ClaimAnswer[]> {
    return this.writes.run(batch, async (tx, commands) => {
      const hand = await this.load(tx, commands);
      const answers = commands.map((command): ClaimAnswer => {
        const situation = hand.situation(command);
        const outcome = decide(command, situation);
        if (outcome.kind === 'happened') hand.apply(command, outcome.events, situation.recordedAt);
        return { ...outcome, claim: hand.claim(command.claimId) };
      });
      await writeClaims(tx, hand.changed);
      await writeSteps(tx, hand.steps);
      await this.events.append(tx, hand.events);
      return answers;
    });
  }

  override async find(claimId: string): Promise<Claim | null> {
    const [row] = await this.database.query<ClaimRow>(FIND, [claimId]);
    return row === undefined ? null : claimOf(row);
  }

  override async list(query: ClaimQuery): Promise<readonly Claim[]> {
    const { regions, limit, after, status, personId, isUnsettled = false } = query;
    const all = regions === null || regions.includes('ID');
    const [codes, below] = all ? [null, null] : [regions, regions.map((code) => `${code}.%`)];
    const asked = [codes, below, after, status, personId, isUnsettled, limit];
    const rows = await this.database.query<ClaimRow>(LIST, asked);
    return rows.map(claimOf);
  }

  override async due(now: string, heardBy: string, limit: number): Promise<readonly string[]> {
    const rows = await this.database.query<{ claim_id: string }>(DUE, [now, heardBy, limit]);
    return rows.map(({ claim_id }) => claim_id);
  }

  override toLookAt(orderedBy: string): Promise<readonly ToLookAt[]> {
    return this.database.query<ToLookAt>(TO_LOOK_AT, [orderedBy]);
  }

  override async steps(claimId: string): Promise<readonly ClaimStep[]> {
    const rows = await this.database.query<ClaimStep & { at: Date | string }>(STEPS, [claimId]);
    return rows.map((row) => ({ ...row, at: new Date(row.at).toISOString() }));
  }

  /** Locks the claims and the persons, then reads both. Whose a claim or membership is never changes: it is read before. */
  private async load(tx: Transaction, commands: readonly ClaimCommand[]): Promise<ClaimsInHand> {
    const claimIds = commands.map(({ claimId }) => claimId);
    const personOf = await this.personOf(tx, commands);
    const owners = await tx.query<{ person_id: string }>(OWNERS, [claimIds]);
    const personIds = [...new Set([...owners.map(({ person_id }) => person_id), ...personOf.values()])];
    await tx.lock([...claimIds.map((claimId) => `claim:${claimId}`), ...personIds.map(personLock)]);
    const rows = await tx.query<ClaimRow>(LOAD, [claimIds, personIds]);
    const covers = await loadCovers(tx, personIds);
    const sharing = await tx.query<{ claim_id: string; persons: number }>(SHARING, [claimIds]);
    const sharedWith = new Map(sharing.map(({ claim_id, persons }) => [claim_id, persons]));
    return new ClaimsInHand(rows.map(keptClaimOf), covers, personOf, sharedWith, this.ids);
  }

  private async personOf(tx: Transaction, commands: readonly ClaimCommand[]): Promise<Map<string, string>> {
    const membershipIds = commands.flatMap(({ membershipId }) => membershipId ?? []);
    if (membershipIds.length === 0) return new Map();
    const rows = await tx.query<{ membership_id: string; person_id: string }>(MEMBERS, [membershipIds]);
    return new Map(rows.map(({ membership_id, person_id }) => [membership_id, person_id]));
  }
}
