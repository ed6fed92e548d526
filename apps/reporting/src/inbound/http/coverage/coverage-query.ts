import { CHANNEL_KINDS, Is, kinds, PROGRAMMES, SEGMENTS } from '#libs/contracts';
import { AsInteger, AsList } from '#libs/http';
import { OCCUPATION_GROUPS } from '#libs/kernel';
import { IsOptional } from 'class-validator';
import {
  ASKED_MEASURES,
  CUTS,
  GRACE_MONTHS_MAX,
  type AskedMeasure,
  type Cut,
  type GraceMonths,
} from '../../../use-cases/coverage-question.js';
import { listed } from '../listed.js';

/** More regions than all regencies of the country; a set is one query. */
const REGIONS_MAX = 600;
const UNMAPPED = 'unmapped';
const NONE = 'none';
const AREA = new RegExp(`^area:[^,${kinds.NEVER_IN_TEXT}]{1,128}$`, 'u');

/** A region code, or a named set as `area:CODE`. */
const regionOrArea: kinds.Kind = {
  meaning: `${kinds.region.meaning}, or area:CODE`,
  schema: { type: 'string', pattern: `${AREA.source}|${String(kinds.region.schema['pattern'])}` },
  accepts: (value) => kinds.region.accepts(value) || (typeof value === 'string' && AREA.test(value)),
};

const someOf = (values: readonly string[]): kinds.Kind => listed(kinds.oneOf(values), values.length);

/** Whose persons a figure counts. */
export class WhosePersonsQuery {
  @IsOptional()
  @AsList()
  @Is(listed(regionOrArea, REGIONS_MAX))
  region: string[] = ['ID'];

  @IsOptional() @Is(kinds.day) knownOn?: string;
  @IsOptional() @AsList() @Is(someOf(SEGMENTS)) segment?: string[];
  @IsOptional() @AsList() @Is(someOf(PROGRAMMES)) programme?: string[];
  /** Kinds of channels. */
  @IsOptional() @AsList() @Is(someOf([...CHANNEL_KINDS, UNMAPPED])) channel?: string[];
  /** Groups of occupations. */
  @IsOptional() @AsList() @Is(someOf([...OCCUPATION_GROUPS, UNMAPPED])) occupation?: string[];
  /** Id of a denominator; without it each row has its default. */
  @IsOptional() @Is(kinds.text(128)) denominator?: string;
}

/** Which persons a figure counts, and by what. */
export class PersonsQuery extends WhosePersonsQuery {
  @IsOptional() @Is(kinds.oneOf(ASKED_MEASURES)) measure: AskedMeasure = 'active';
  /** Months of grace, with `protected`; without it the usual ones of the day that is asked about. */
  @IsOptional() @AsInteger() @Is(kinds.integer(0, GRACE_MONTHS_MAX)) graceMonths?: GraceMonths;
}

/** The parameters of `GET /v1/coverage`. */
export class CoverageQuery extends PersonsQuery {
  @IsOptional() @Is(kinds.day) asOf?: string;
  @IsOptional() @Is(kinds.oneOf([...CUTS, NONE])) by?: Cut | typeof NONE;
  /** Id of a target; without it each row has the one in force. */
  @IsOptional() @Is(kinds.text(128)) target?: string;
}

/** The parameters of `GET /v1/coverage/series`. */
export class SeriesQuery extends PersonsQuery {
  @Is(kinds.day) from!: string;
  @Is(kinds.day) through!: string;
  @IsOptional() @Is(kinds.oneOf(['day', 'month'])) step: 'day' | 'month' = 'day';
}

/** The parameters of `GET /v1/coverage/changes`. */
export class ChangesQuery extends PersonsQuery {
  @IsOptional() @Is(kinds.day) asOf?: string;
  /** The earlier day of knowing. */
  @Is(kinds.day) sinceKnownOn!: string;
}

/** The cut that was asked for; `none` and nothing are the same. */
export const cutOf = ({ by }: CoverageQuery): Cut | null => (by === undefined || by === NONE ? null : by);
