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
const PAYERS_OF_EVENTS = PAYER_KINDS.filter((kind) => kind !== 'self' && kind !== 'employer');

/** Ten years for everybody in the country who works. */
const PERSON_MONTHS_MAX = 2_000_000_000;

class Named {
  /** For people; it is not published. */
  @IsOptional() @Is(kinds.text(NAME_CHARACTERS_MAX)) name?: string | null;
}

export class ChannelRequest extends Named {
  @Is(kinds.oneOf(CHANNEL_KINDS)) kind!: ChannelKind;
}

export class SponsorRequest extends Named {
  @Is(kinds.oneOf(PAYER_KINDS)) kind!: PayerKind;
  /** Person-months that are granted; without a grant no list can be enrolled. */
  @IsOptional() @Is(kinds.integer(0, PERSON_MONTHS_MAX)) personMonths?: number | null;
}

export class EmployerRequest extends Named {
  @IsOptional() @Is(kinds.oneOf(RISK_GROUPS)) riskGroup?: RiskGroup | null;
  @IsOptional() @Is(kinds.oneOf(EMPLOYER_SIZES)) size?: EmployerSize | null;
  @IsOptional() @Is(kinds.text(64)) sector?: string | null;
}

export class EventRequest extends Named {
  @IsOptional() @Is(kinds.text(64)) channelCode?: string | null;
  @IsOptional() @Is(kinds.day) from?: string | null;
  @IsOptional() @Is(kinds.day) through?: string | null;
  /** How many people it reached. */
  @IsOptional() @Is(kinds.integer(0)) reached?: number | null;
  @IsOptional() @Is(kinds.region) place?: string | null;
  /** The code of who pays for those who take part. */
  @IsOptional() @Is(kinds.text(64)) organiser?: string | null;
  @IsOptional() @Is(kinds.oneOf(PAYERS_OF_EVENTS)) payerKind?: PayerKind | null;
  /** What they do there, such as athlete. */
  @IsOptional() @Is(kinds.text(64)) occupation?: string | null;
}
