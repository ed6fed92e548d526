import type { Day } from '#libs/kernel';
import type { Transaction } from '#libs/persistence';
import type { Findings } from '../../domain/programmes/findings.js';
import { withoutPerson } from '../../domain/programmes/forgotten.js';
import { LOOK_AT_FILES_OF } from './postgres-evidence-files.js';

const GRANTS = `
  select claim_id, occurred_on::text as occurred_on, findings
    from claim
   where person_id = any($1::uuid[]) and findings is not null and decision ->> 'decision' = 'approved'`;

const REMEMBER = `
  update claim set granted_for = kept.granted_for
    from unnest($1::uuid[], $2::json[]) as kept (claim_id, granted_for)
   where claim.claim_id = kept.claim_id`;

/**
 * What was written about an erased person's claims goes; what was claimed, decided and paid stays. The hash of what was sent
 * would tell the day of a diagnosis to whoever tried all days.
 */
const FORGET = `
  update claim set
    description = null,
    diagnosed_on = null,
    is_road_accident = false,
    content_hash = case when diagnosed_on is null and not is_road_accident then content_hash else '' end,
    verification = case when diagnosed_on is null then verification else jsonb_set(verification::jsonb, '{rules}',
      (select coalesce(jsonb_agg(rule), '[]') from jsonb_array_elements(verification::jsonb -> 'rules') as rule
        where rule ->> 'rule' <> 'diagnosed-in-time'))::json end,
    decision = replace(decision::text, '"diagnosed-late"', '"claim-lapsed"')::json,
    findings = null,
    account_token = null,
    situation = (situation::jsonb - 'correction')::json,
    evidence = (select coalesce(json_agg(json_build_object('kind', item ->> 'kind',
                                                           'receivedOn', item ->> 'receivedOn', 'note', null)), '[]')
                  from json_array_elements(evidence) as item)
  where person_id = any($1::uuid[])`;

/** What is in somebody's own words, and that there was a disease; that there was an appeal, or another account, stays. */
const FORGET_WORDS = `
  update claim_step
     set why = case when what in ('claim-reopened', 'account-correction-proposed', 'account-corrected') then null
                    else replace(why, 'diagnosed-late', 'claim-lapsed') end
  where claim_id in (select claim_id from claim where person_id = any($1::uuid[]))`;

interface Grant {
  readonly claim_id: string;
  readonly occurred_on: Day;
  readonly findings: Findings;
}

/** What grants were for, without what tells of the person: what is granted once is not granted again. */
const remember = async (tx: Transaction, personIds: readonly string[]): Promise<void> => {
  const grants = await tx.query<Grant>(GRANTS, [personIds]);
  if (grants.length === 0) return;
  await tx.query(REMEMBER, [
    grants.map(({ claim_id }) => claim_id),
    grants.map(({ findings, occurred_on }) => JSON.stringify(withoutPerson(findings, occurred_on))),
  ]);
};

/** Forgets what was written about the persons; what was claimed, decided and paid stays. */
export const forgetPersons = async (tx: Transaction, personIds: readonly string[]): Promise<void> => {
  await remember(tx, personIds);
  await tx.query(FORGET, [personIds]);
  await tx.query(FORGET_WORDS, [personIds]);
  await tx.query(LOOK_AT_FILES_OF, [personIds]);
};
