import {
  membershipEnded,
  newEvent,
  paymentIdentityRecorded,
  personErased,
  type Cause,
  type EventContract,
  type NewEvent,
} from '#libs/contracts';
import type { Ids } from '#libs/kernel';
import type { ErasureEvent } from '../../domain/person/erasure.js';
import type { PersonRow } from './person-rows.js';

/** The identity was recorded once, at registration. */
const TOMBSTONE_SEQUENCE = 2;

interface Given {
  readonly recordedAt: string;
  readonly cause: Cause;
  readonly ids: Ids;
}

const tombstone = (membershipId: string, { recordedAt, cause, ids }: Given): NewEvent => ({
  contract: paymentIdentityRecorded as unknown as EventContract,
  data: null,
  key: membershipId,
  subject: `membership/${membershipId}`,
  sequence: TOMBSTONE_SEQUENCE,
  eventId: ids.next(),
  recordedAt,
  correlationId: cause.correlationId,
  causationId: cause.eventId,
  traceparent: cause.traceparent,
});

/** What the services are told of an erasure: the ends first, then that the person is gone, and under no code any more. */
export const erasureMessages = (
  { personId, memberships, duplicates }: PersonRow,
  event: ErasureEvent,
  given: Given,
): NewEvent[] => {
  const { recordedAt, cause, ids } = given;
  const next = (sequence: number) => ({ eventId: ids.next(), sequence, recordedAt, cause });
  if (event.type === 'MembershipLeft') {
    const { membershipId, endedOn } = event;
    const version = memberships.find((one) => one.membershipId === membershipId)?.version ?? 0;
    return [
      newEvent(membershipEnded, { membershipId, personId, endedOn, reason: 'left' }, next(version + 1)),
    ];
  }
  const everybody = [personId, ...duplicates.map((duplicate) => duplicate.personId)];
  const ofDuplicates = duplicates.flatMap(({ membershipIds }) => membershipIds);
  return [
    ...everybody.map((id) => newEvent(personErased, { personId: id }, next(1))),
    ...[...memberships.map(({ membershipId }) => membershipId), ...ofDuplicates].map((id) =>
      tombstone(id, given),
    ),
  ];
};
