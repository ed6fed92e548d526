import {
  agentRecorded,
  campaignRecorded,
  channelRecorded,
  employerRecorded,
  newEvent,
  registerEntryRecorded,
  sponsorRecorded,
  type Cause,
  type EventContract,
  type NewEvent,
} from '#libs/contracts';
import type { Ids } from '#libs/kernel';
import type { RegisterKind } from '../../domain/register/register.js';
import type { RegisterState } from './register-rows.js';

const CONTRACTS = {
  channel: channelRecorded,
  agent: agentRecorded,
  sponsor: sponsorRecorded,
  employer: employerRecorded,
  campaign: campaignRecorded,
} as unknown as Readonly<Record<RegisterKind, EventContract>>;

/** What others are told of an entry: on the topic of all registers, and on the one that keeps them apart. */
export const entryMessages = (cause: Cause, state: RegisterState, ids: Ids): NewEvent[] => {
  const { code, kind, entry, recordedAt } = state;
  const { name: _, contact: __, ...rest }: typeof entry & { readonly contact?: unknown } = entry;
  const data = { code, ...rest };
  const next = (sequence: number) => ({ eventId: ids.next(), sequence, recordedAt, cause });
  return [
    newEvent(CONTRACTS[kind], data, next(state.version)),
    newEvent(registerEntryRecorded, { code, [kind]: data }, next(state.entryVersion)),
  ];
};
