import { IsOptional } from 'class-validator';
import {
  CHANNEL_KINDS,
  EMPLOYER_SIZES,
  Is,
  kinds,
  PAYER_KINDS,
  RISK_GROUPS,
  type ChannelKind,
  type EmployerSize,
  type PayerKind,
  type RiskGroup,
} from '#libs/contracts';

const NAME_CHARACTERS_MAX = 200;
const CODE_CHARACTERS_MAX = 64;
const ELIGIBLE = { min: 1, max: 200, unique: true };
const PAYERS_OF_EVENTS = PAYER_KINDS.filter((kind) => kind !== 'self' && kind !== 'employer');

/** Ten years for everybody in the country who works. */
const PERSON_MONTHS_MAX = 2_000_000_000;

class Named {
  /** For people; it is not published. */
  @IsOptional() @Is(kinds.text(NAME_CHARACTERS_MAX)) name?: string | null;
}

export class ChannelRequest extends Named {
  @Is(kinds.oneOf(CHANNEL_KINDS)) kind!: ChannelKind;
  /** The code of the channel that it is a part of: of a neighbourhood (RW) the village, of a block (RT) the RW. */
  @IsOptional() @Is(kinds.text(CODE_CHARACTERS_MAX)) parent?: string | null;
  /** Whom to turn to; it is not published. */
  @IsOptional() @Is(kinds.text(NAME_CHARACTERS_MAX)) contact?: string | null;
  /** The first and the last day on which it signs people up; without them always. */
  @IsOptional() @Is(kinds.day) from?: string | null;
  @IsOptional() @Is(kinds.day) through?: string | null;
}

export class AgentRequest extends Named {
  /** The channel that the agent signs people up for. */
  @Is(kinds.text(CODE_CHARACTERS_MAX)) channelCode!: string;
  @IsOptional() @Is(kinds.day) from?: string | null;
  @IsOptional() @Is(kinds.day) through?: string | null;
}

export class SponsorRequest extends Named {
  @Is(kinds.oneOf(PAYER_KINDS)) kind!: PayerKind;
  /** Person-months that are granted; without a grant no list can be enrolled. */
  @IsOptional() @Is(kinds.integer(0, PERSON_MONTHS_MAX)) personMonths?: number | null;
  /** Regions whose people may be enrolled; without them all. */
  @IsOptional() @Is(kinds.listOf(kinds.region, ELIGIBLE)) regions?: string[] | null;
  /** Occupations that may be enrolled; without them all. */
  @IsOptional() @Is(kinds.listOf(kinds.text(CODE_CHARACTERS_MAX), ELIGIBLE)) occupations?: string[] | null;
}

export class EmployerRequest extends Named {
  @IsOptional() @Is(kinds.oneOf(RISK_GROUPS)) riskGroup?: RiskGroup | null;
  @IsOptional() @Is(kinds.oneOf(EMPLOYER_SIZES)) size?: EmployerSize | null;
  @IsOptional() @Is(kinds.text(CODE_CHARACTERS_MAX)) sector?: string | null;
}

export class EventRequest extends Named {
  @IsOptional() @Is(kinds.text(CODE_CHARACTERS_MAX)) channelCode?: string | null;
  @IsOptional() @Is(kinds.day) from?: string | null;
  @IsOptional() @Is(kinds.day) through?: string | null;
  /** How many people it reached. */
  @IsOptional() @Is(kinds.integer(0)) reached?: number | null;
  /** How many it was meant to reach. */
  @IsOptional() @Is(kinds.integer(0)) plannedReach?: number | null;
  @IsOptional() @Is(kinds.region) place?: string | null;
  /** The code of who pays for those who take part. */
  @IsOptional() @Is(kinds.text(CODE_CHARACTERS_MAX)) organiser?: string | null;
  @IsOptional() @Is(kinds.oneOf(PAYERS_OF_EVENTS)) payerKind?: PayerKind | null;
  /** What they do there, such as athlete. */
  @IsOptional() @Is(kinds.text(CODE_CHARACTERS_MAX)) occupation?: string | null;
}
