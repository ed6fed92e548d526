import { addDays, addMonthsToDay, type Day } from '#libs/kernel';
import type { TermsFilter } from '../../src/domain/coverage/labels.js';
import { groupsOf, valid, type Of, type Told } from './told.js';

/*
 * An oracle that shares nothing with the fold but what was told. It answers "which persons count as of D, known on K" for
 * one person by reading the definitions literally, day by day: slow, and obviously right.
 */

export const later = (a: Told, b: Told) => (a.at === b.at ? (a.id > b.id ? 1 : -1) : a.at > b.at ? 1 : -1);

/** The value in force on the day: latest effective day not after it, then recorded last. */
const inForce = <V>(said: { on: Day; by: Told; value: V }[], day: Day): V | undefined => {
  const now = said.filter((each) => each.on <= day);
  const best = now.reduce<(typeof now)[number] | undefined>(
    (winner, each) =>
      winner === undefined || each.on > winner.on || (each.on === winner.on && later(each.by, winner.by) > 0)
        ? each
        : winner,
    undefined,
  );
  return best?.value;
};

export const residenceOn = (known: Told[], day: Day): string => {
  const said = known.flatMap((told): { on: Day; by: Told; value: string }[] => {
    if (told.type === 'registered' && told.residence !== null)
      return [{ on: told.registeredOn, by: told, value: valid(told.residence) }];
    if (told.type === 'changed' && told.residence !== undefined)
      return [{ on: told.effectiveOn, by: told, value: valid(told.residence) }];
    return [];
  });
  if (said.length === 0) return 'unmapped';
  const first = said.map((each) => each.on).sort()[0]!;
  return inForce(said, day < first ? first : day)!;
};

export const property = <K extends 'segment' | 'programmes' | 'payer' | 'occupations'>(
  known: Told[],
  registered: Of<'registered'>,
  name: K,
  day: Day,
): Of<'registered'>[K] => {
  const said = known.flatMap((told): { on: Day; by: Told; value: Of<'registered'>[K] }[] => {
    if (told === registered) return [{ on: registered.registeredOn, by: told, value: registered[name] }];
    const isChange = told.type === 'changed' && told.membershipId === registered.membershipId;
    if (!isChange || told[name] === undefined || told.effectiveOn < registered.registeredOn) return [];
    return [{ on: told.effectiveOn, by: told, value: told[name] as unknown as Of<'registered'>[K] }];
  });
  return inForce(said, day < registered.registeredOn ? registered.registeredOn : day)!;
};

export interface Hold {
  segment: string;
  programmes: readonly string[];
  payer: string;
  channel: string;
  codes: readonly string[];
  occupations: readonly string[];
}

const diedBy = (known: Told[], day: Day) =>
  known.some((told) => told.type === 'ended' && told.died && told.endedOn <= day);

/** What a figure can count. */
export type Asked = 'registered' | 'active' | 'protected';

const registeredOn = (known: Told[], day: Day): Hold[] =>
  known
    .filter((told) => told.type === 'registered')
    .filter((each) => each.registeredOn <= day)
    .filter(
      (each) =>
        !known.some((t) => t.type === 'ended' && t.membershipId === each.membershipId && t.endedOn <= day),
    )
    .map((each) => ({
      segment: property(known, each, 'segment', day),
      programmes: property(known, each, 'programmes', day),
      payer: property(known, each, 'payer', day),
      channel: each.kind,
      codes: [each.code, ...each.above],
      occupations: groupsOf(property(known, each, 'occupations', day)),
    }));

/** What a contribution makes of the person on the day. */
const holdOf = (known: Told[], paid: Of<'paid'>, day: Day): Hold => {
  const membership = known
    .filter((told) => told.type === 'registered')
    .find((each) => each.membershipId === paid.membershipId);
  const occupations = membership ? groupsOf(property(known, membership, 'occupations', day)) : [];
  return {
    segment: paid.segment,
    programmes: paid.programmes,
    payer: paid.payer,
    channel: membership?.kind ?? 'unmapped',
    codes: membership ? [membership.code, ...membership.above] : ['unmapped'],
    occupations: occupations.length === 0 ? ['unmapped'] : occupations,
  };
};

/** Whether the day lies after the contribution's cover and before its first uncovered day plus the months of grace. */
const isInGrace = (known: Told[], paid: Of<'paid'>, day: Day, months: number): boolean =>
  !paid.event &&
  paid.from <= paid.through &&
  paid.through < day &&
  day < addMonthsToDay(addDays(paid.through, 1), months) &&
  !known.some((t) => t.type === 'ended' && t.membershipId === paid.membershipId && t.endedOn <= day);

export const holdsOn = (known: Told[], measure: Asked, day: Day, graceMonths = 0): Hold[] => {
  if (measure === 'registered') return registeredOn(known, day);
  if (diedBy(known, day)) return [];
  const good = known
    .filter((told) => told.type === 'paid')
    .filter((paid) => !known.some((t) => t.type === 'reversed' && t.contributionId === paid.contributionId));
  const covering = good.filter((paid) => paid.from <= day && day <= paid.through);
  const isActive = ({ membershipId }: Of<'paid'>) =>
    covering.some((paid) => paid.membershipId === membershipId);
  const inGrace = measure === 'protected' ? good.filter((paid) => !isActive(paid)) : [];
  return [...covering, ...inGrace.filter((paid) => isInGrace(known, paid, day, graceMonths))].map((paid) =>
    holdOf(known, paid, day),
  );
};

const wanted = (list: readonly string[] | undefined, values: readonly string[]) =>
  list === undefined || values.some((value) => list.includes(value));

export const under = (hold: Hold, filter: TermsFilter) =>
  wanted(filter.segment, [hold.segment]) &&
  wanted(filter.channel, [hold.channel]) &&
  wanted(filter.programme, hold.programmes) &&
  wanted(filter.occupation, hold.occupations.length === 0 ? ['unmapped'] : hold.occupations);
