import { assertNever } from '#libs/kernel';
import type { Fact } from '../../domain/coverage/fact.js';
import type { PersonHistory } from '../../domain/coverage/history.js';
import { ByteReader } from './byte-reader.js';
import {
  FACT_KINDS,
  HISTORY_VERSION,
  NONE,
  VERSION_WITHOUT_CAMPAIGNS,
  VERSION_WITHOUT_CHANNELS_ABOVE,
} from './history-format.js';

/** Reads ids and texts by the place that they were listed at. */
interface Listed {
  readonly ids: readonly string[];
  readonly texts: readonly string[];
  readonly version: number;
}

/** The versions that can be read. */
const VERSIONS = new Set([VERSION_WITHOUT_CAMPAIGNS, VERSION_WITHOUT_CHANNELS_ABOVE, HISTORY_VERSION]);

const maybe = (reader: ByteReader): number | null => {
  const value = reader.count();
  return value === NONE ? null : value - 1;
};

const readMany = <Item>(reader: ByteReader, read: () => Item): Item[] => {
  const items: Item[] = [];
  for (let left = reader.count(); left > 0; left -= 1) items.push(read());
  return items;
};

type Recorded = Pick<Fact, 'at' | 'id'>;

const readRegistered = (reader: ByteReader, { ids, texts, version }: Listed, recorded: Recorded): Fact => {
  const membershipId = ids[reader.count()]!;
  const registeredOn = reader.signed();
  const [segment, programmes, payer] = [reader.count(), reader.count(), reader.count()];
  const [groups, channelKind] = [reader.count(), reader.count()];
  const channelCode = texts[reader.count()]!;
  const home = maybe(reader);
  const residence = home === null ? null : texts[home]!;
  const came = version === VERSION_WITHOUT_CAMPAIGNS ? null : maybe(reader);
  const campaign = came === null ? null : texts[came]!;
  const channelsAbove =
    version <= VERSION_WITHOUT_CHANNELS_ABOVE ? [] : readMany(reader, () => texts[reader.count()]!);
  const terms = { segment, programmes, payer, groups, channelKind, channelCode, channelsAbove, campaign };
  return { ...recorded, kind: 'registered', membershipId, registeredOn, ...terms, residence };
};

const readChanged = (reader: ByteReader, { ids }: Listed, recorded: Recorded): Fact => ({
  ...recorded,
  kind: 'changed',
  membershipId: ids[reader.count()]!,
  effectiveOn: reader.signed(),
  segment: maybe(reader),
  programmes: maybe(reader),
  payer: maybe(reader),
  groups: maybe(reader),
});

const readPaid = (reader: ByteReader, { ids }: Listed, { at, id }: Recorded): Fact => {
  const membershipId = ids[reader.count()]!;
  const contributionId = reader.id();
  const segment = reader.count();
  const programmes = reader.count();
  const payer = reader.count();
  const from = reader.signed();
  const through = from + reader.signed();
  const event = reader.byte() === 1;
  return {
    at,
    id,
    kind: 'paid',
    membershipId,
    contributionId,
    segment,
    programmes,
    payer,
    from,
    through,
    event,
  };
};

const readFact = (reader: ByteReader, listed: Listed, before: number): Fact => {
  const kind = FACT_KINDS[reader.byte()]!;
  const recorded = { at: before + reader.signed(), id: reader.id() };
  switch (kind) {
    case 'registered':
      return readRegistered(reader, listed, recorded);
    case 'moved':
      return { ...recorded, kind, effectiveOn: reader.signed(), residence: listed.texts[reader.count()]! };
    case 'changed':
      return readChanged(reader, listed, recorded);
    case 'ended': {
      const membershipId = listed.ids[reader.count()]!;
      return { ...recorded, kind, membershipId, endedOn: reader.signed(), died: reader.byte() === 1 };
    }
    case 'paid':
      return readPaid(reader, listed, recorded);
    case 'reversed':
      return { ...recorded, kind, contributionId: reader.id() };
    default:
      return assertNever(kind);
  }
};

/** The history that the bytes hold. */
export const decodeHistory = (bytes: Buffer): PersonHistory => {
  const reader = new ByteReader(bytes);
  const version = reader.byte();
  if (!VERSIONS.has(version)) throw new Error(`a history of version ${version} cannot be read`);
  const ids = readMany(reader, () => reader.id());
  const texts = readMany(reader, () => reader.text());
  const sequences = new Map(
    readMany(reader, () => [texts[reader.count()]! + ids[reader.count()]!, reader.count()] as const),
  );
  let before = 0;
  const facts = readMany(reader, () => {
    const fact = readFact(reader, { ids, texts, version }, before);
    before = fact.at;
    return fact;
  });
  return { facts, sequences };
};
