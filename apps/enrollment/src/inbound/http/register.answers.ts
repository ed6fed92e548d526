import { ApiProperty } from '@nestjs/swagger';
import { CHANNEL_KINDS, PAYER_KINDS } from '#libs/contracts';

const DAY = { type: String, format: 'date', nullable: true } as const;
const TEXT = { type: String, nullable: true } as const;
const COUNT = { type: 'integer', minimum: 0, nullable: true } as const;

class EntryAnswer {
  @ApiProperty() code!: string;
  @ApiProperty(TEXT) name!: string | null;
}

/** A channel as it stands in the register. */
export class ChannelAnswer extends EntryAnswer {
  @ApiProperty({ enum: CHANNEL_KINDS }) kind!: string;
  @ApiProperty(TEXT) parent!: string | null;
  @ApiProperty(TEXT) contact!: string | null;
  @ApiProperty(DAY) from!: string | null;
  @ApiProperty(DAY) through!: string | null;
  @ApiProperty({ type: [String], description: 'The channels that are a part of it.' })
  parts!: readonly string[];
}

/** An agent as it stands in the register. */
export class AgentAnswer extends EntryAnswer {
  @ApiProperty() channelCode!: string;
  @ApiProperty(DAY) from!: string | null;
  @ApiProperty(DAY) through!: string | null;
}

/** Somebody who pays for others, as it stands in the register. */
export class SponsorAnswer extends EntryAnswer {
  @ApiProperty({ enum: PAYER_KINDS }) kind!: string;
  @ApiProperty(COUNT) personMonths!: number | null;
  @ApiProperty({ type: [String], nullable: true }) regions!: readonly string[] | null;
  @ApiProperty({ type: [String], nullable: true }) occupations!: readonly string[] | null;
}

/** An employer as it stands in the register. */
export class EmployerAnswer extends EntryAnswer {
  @ApiProperty(TEXT) riskGroup!: string | null;
  @ApiProperty(TEXT) size!: string | null;
  @ApiProperty(TEXT) sector!: string | null;
}

/** A campaign or an event as it stands in the register. */
export class EventAnswer extends EntryAnswer {
  @ApiProperty(TEXT) channelCode!: string | null;
  @ApiProperty(DAY) from!: string | null;
  @ApiProperty(DAY) through!: string | null;
  @ApiProperty(COUNT) reached!: number | null;
  @ApiProperty(COUNT) plannedReach!: number | null;
  @ApiProperty(TEXT) place!: string | null;
  @ApiProperty(TEXT) organiser!: string | null;
  @ApiProperty({ enum: PAYER_KINDS, nullable: true }) payerKind!: string | null;
  @ApiProperty(TEXT) occupation!: string | null;
}

/** An occupation of the list. */
export class OccupationAnswer {
  @ApiProperty() code!: string;
  @ApiProperty({ description: 'Figures by occupation count in these.' }) group!: string;
  @ApiProperty() sector!: string;
}

/** All occupations that there are codes for. */
export class OccupationsAnswer {
  @ApiProperty({ type: [OccupationAnswer] }) occupations!: readonly OccupationAnswer[];
}
