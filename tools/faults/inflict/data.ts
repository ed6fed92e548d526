import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Fault } from '../plan/fault.js';
import type { World } from '../world/world.js';
import type { Way } from './way.js';

type FaultOf<Kind extends Fault['kind']> = Extract<Fault, { kind: Kind }>;

const GUSTS = 5;
const GUST_MS = 200;

const END_BACKENDS = `
  select pg_terminate_backend(pid) from pg_stat_activity
  where backend_type = 'client backend' and datname like 'cakupan%'`;

const POSITIONS = 'select topic, partition from consumer_position order by topic, partition';

const SET_BACK = `
  update consumer_position as p set next_offset = greatest(0, next_offset - back)
  from unnest($1::text[], $2::integer[], $3::bigint[]) as given (topic, partition, back)
  where p.topic = given.topic and p.partition = given.partition`;

const CURSOR_BACK = `
  with place as (
    select lane, earlier.transaction_id, earlier.position
    from relay_cursor as now, lateral (
      select transaction_id, position from event
      where event.lane = now.lane and (event.transaction_id, event.position) <= (now.transaction_id, now.position)
      order by event.transaction_id desc, event.position desc offset $1 limit 1
    ) as earlier
  )
  update relay_cursor as c set transaction_id = place.transaction_id, position = place.position
  from place where c.lane = place.lane returning c.lane`;

/** Asks a database once, directly. */
export const onDatabase = async <Row extends object>(
  url: string,
  sql: string,
  params: readonly unknown[] = [],
): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...params])).rows;
  } finally {
    await client.end();
  }
};

/** A storm over all connections of the services. */
export const endBackends = async ({ servers }: World): Promise<string> => {
  let ended = 0;
  for (let gust = 0; gust < GUSTS; gust += 1) {
    ended += (await onDatabase(servers.direct.postgres, END_BACKENDS)).length;
    await sleep(GUST_MS);
  }
  return `${ended} backends`;
};

/** Where nothing new arrives a running consumer does not look at its position again, so it is stopped meanwhile. */
export const setPositionsBack = async (
  { service, upTo }: FaultOf<'positions-back'>,
  world: World,
  { chance }: Way,
): Promise<string> => {
  const members = world.of(service).map(({ member }) => member);
  await Promise.all(members.map((member) => member.end()));
  const url = world.evidence.databases[service];
  const rows = await onDatabase<{ topic: string; partition: number }>(url, POSITIONS);
  const back = rows.map(() => chance.between(0, upTo));
  await onDatabase(url, SET_BACK, [
    rows.map(({ topic }) => topic),
    rows.map(({ partition }) => partition),
    back,
  ]);
  await Promise.all(members.map((member) => member.start()));
  return `${rows.length} partitions`;
};

export const setCursorBack = async (
  { service, by }: FaultOf<'cursor-back'>,
  { evidence }: World,
): Promise<string> => {
  const lanes = await onDatabase(evidence.databases[service], CURSOR_BACK, [by]);
  return `${lanes.length} lanes`;
};
