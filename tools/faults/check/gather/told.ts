import type { Field, Session } from './session.js';
import type { Logged } from './log.js';

const PREFIX = 'id.cakupan.';
const JAKARTA_OFFSET_MS = 7 * 3_600_000;

const jakartaDay = (instant: unknown): string =>
  new Date(Date.parse(String(instant)) + JAKARTA_OFFSET_MS).toISOString().slice(0, 10);

type Data = Readonly<Record<string, unknown>>;
type RegionOf = (code: unknown) => string | null;

const text = (value: unknown): Field => (value == null ? null : String(value));

/** The rows that a message makes beside its place: the table and the columns of its own. */
const rowsOf = (type: string, data: Data, regionOf: RegionOf): [table: string, fields: Field[]][] => {
  const person = text(data['personId']);
  switch (type) {
    case 'enrollment.member-registered.v1': {
      const { code } = data['channel'] as { code: string };
      const own = [text(data['registeredOn']), text(data['segment']), code];
      return [
        ['told_registration', [person, text(data['membershipId']), regionOf(data['residence']), ...own]],
      ];
    }
    case 'enrollment.member-changed.v1': {
      const { residence } = data['changes'] as Data;
      if (residence == null) return [];
      return [['told_move', [person, text(data['effectiveOn']), regionOf(residence)]]];
    }
    case 'enrollment.membership-ended.v1': {
      const end = [text(data['membershipId']), text(data['endedOn']), data['reason'] === 'died'];
      return [['told_end', [person, ...end]]];
    }
    case 'contribution.contribution-paid.v1':
      return [['told_cover', [person, ...coverOf(data)]]];
    case 'contribution.contribution-reversed.v1':
      return [['told_reversal', [text(data['contributionId'])]]];
    case 'claims.benefit-paid.v1':
    case 'claims.benefit-returned.v1':
      return [['told_money', moneyOf(data, regionOf)]];
    default:
      return [];
  }
};

const coverOf = (data: Data): Field[] => [
  text(data['membershipId']),
  text(data['contributionId']),
  text(data['segment']),
  `${String(data['gateway'])} ${String(data['paymentId'])}`,
  `{${(data['months'] as string[]).join()}}`,
  `[${String(data['from'])},${String(data['through'])}]`,
  JSON.stringify(data['amounts']),
];

const moneyOf = (data: Data, regionOf: RegionOf): Field[] => {
  const isPaid = data['paidAt'] !== undefined;
  return [
    text(data['claimId']),
    text(data['disbursementId']),
    text(data['programme']),
    text(data['benefit']),
    regionOf(data['residence']),
    Number(data['amount']) * (isPaid ? 1 : -1),
    jakartaDay(isPaid ? data['paidAt'] : data['returnedAt']),
  ];
};

/** Puts what a message tells about persons and claims beside reporting's figures. */
export const putTold = (reporting: Session, message: Logged, regions: ReadonlySet<string>): void => {
  const type = message.header('ce_type') ?? '';
  if (message.value === null || !type.startsWith(PREFIX)) return;
  const regionOf: RegionOf = (code) => {
    if (code == null) return null;
    return regions.has(String(code)) ? String(code) : 'unmapped';
  };
  const place = [
    message.header('ce_subject'),
    message.header('ce_sequence'),
    String(message.offset),
    message.header('ce_time'),
    message.header('ce_id'),
  ];
  const data = JSON.parse(message.value.toString()) as Data;
  for (const [table, fields] of rowsOf(type.slice(PREFIX.length), data, regionOf))
    reporting.put(table, [...place, ...fields]);
};
