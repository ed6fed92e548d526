import { summaryOf } from '../look/lag.js';
import type { ServiceLook } from '../look/service.js';
import type { SystemLook } from '../look/system.js';
import { offset } from '../offset.js';
import { unsentOf } from './figures.js';
import type { Trouble } from './trouble.js';

const serviceData = ({ name, address, pid, process, ready, database, progress }: ServiceLook) => {
  const { lag = null, worst = null } = progress.found === null ? {} : summaryOf(progress.found);
  const { parked, heldKeys, lanes, sizeBytes } = database.found ?? {};
  const unsent = lanes && unsentOf(lanes);
  return {
    service: name,
    address,
    pid,
    process,
    ready: ready.found?.ok ?? false,
    probes: ready.found?.probes ?? [],
    lag: lag === null ? null : offset(lag),
    worst: worst && {
      topic: worst.topic,
      partition: worst.partition,
      lag: offset(worst.lag),
      stillMs: worst.stillMs,
      movedAt: worst.movedAt.toISOString(),
    },
    unsent: unsent?.count ?? null,
    oldestUnsentAt: unsent?.oldest?.toISOString() ?? null,
    /** The relay's lanes: when each cursor moved last, and whether it speaks of another database cluster. */
    lanes: lanes ?? null,
    parked: parked ?? null,
    heldKeys: heldKeys ?? null,
    databaseBytes: sizeBytes ?? null,
    unknown: [ready.why, database.why, progress.why].filter((why) => why !== null),
  };
};

const holderOf = ({ services }: SystemLook) =>
  services.map(({ database }) => database.found?.holder ?? null).find((holder) => holder !== null) ?? null;

/** The same for programs. What could not be found out is null, and `unknown` says why. */
export const asData = (look: SystemLook, troubles: readonly Trouble[]) => ({
  ok: troubles.length === 0,
  at: look.at.toISOString(),
  troubles,
  services: look.services.map(serviceData),
  broker: { answers: look.broker.found !== null, clusterId: look.broker.found, why: look.broker.why },
  figures: look.figures?.found ?? null,
  snapshotHolder: holderOf(look),
  room: look.room,
  sample: look.stack.sample,
});
