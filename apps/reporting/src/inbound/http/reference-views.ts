import { CHANNEL_KINDS, SEGMENTS } from '#libs/contracts';
import { OCCUPATION_GROUPS } from '#libs/kernel';
import { ApiProperty } from '@nestjs/swagger';
import {
  TARGET_KINDS,
  type KeptOf,
  type KeptReference,
  type ReferenceKind,
} from '../../use-cases/reference-ledger.js';

class VersionView {
  @ApiProperty() id!: string;
  @ApiProperty({ type: 'integer', minimum: 1 }) version!: number;
  @ApiProperty({ type: [String], description: 'Codes, ascending.' }) regions!: readonly string[];
  @ApiProperty({ format: 'date-time' }) recordedAt!: string;
}

class Sourced extends VersionView {
  @ApiProperty({ enum: SEGMENTS, nullable: true }) segment!: string | null;
  @ApiProperty() source!: string;
}

export class DenominatorView extends Sourced {
  @ApiProperty() definition!: string;
  @ApiProperty({ enum: OCCUPATION_GROUPS, nullable: true }) occupation!: string | null;
  @ApiProperty({ type: 'integer', description: 'Persons.' }) value!: number;
  @ApiProperty({ format: 'date' }) asOf!: string;
  @ApiProperty({ enum: ['default', 'named'] }) use!: string;
}

export class TargetView extends Sourced {
  @ApiProperty({ enum: TARGET_KINDS }) kind!: string;
  @ApiProperty({ description: 'A ratio of a coverage target, otherwise persons.' }) value!: number;
  @ApiProperty({ type: String, nullable: true }) base!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) from!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) through!: string | null;
  @ApiProperty() publisher!: string;
}

export class AreaView extends VersionView {
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) from!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) through!: string | null;
}

export class CampaignView extends VersionView {
  @ApiProperty({ type: 'integer', description: 'People.' }) reached!: number;
  @ApiProperty({ enum: CHANNEL_KINDS, nullable: true }) channel!: string | null;
  @ApiProperty({ type: String, nullable: true }) channelCode!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) from!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) through!: string | null;
  @ApiProperty({ type: String, nullable: true }) source!: string | null;
}

const NEXT = { type: String, nullable: true, description: 'Ask for what follows with `after`.' } as const;

export class DenominatorsView {
  @ApiProperty({ type: [DenominatorView] }) items!: readonly DenominatorView[];
  @ApiProperty(NEXT) next!: string | null;
}

export class TargetsView {
  @ApiProperty({ type: [TargetView] }) items!: readonly TargetView[];
  @ApiProperty(NEXT) next!: string | null;
}

export class CampaignsView {
  @ApiProperty({ type: [CampaignView] }) items!: readonly CampaignView[];
  @ApiProperty(NEXT) next!: string | null;
}

export class AreasView {
  @ApiProperty({ type: [AreaView] }) items!: readonly AreaView[];
  @ApiProperty(NEXT) next!: string | null;
}

/** A version of a kind, as it is shown. */
export type VersionOf<Kind extends ReferenceKind> = Pick<KeptReference, 'id' | 'version' | 'recordedAt'> &
  KeptOf<Kind>['content'];

export const versionView = <Kind extends ReferenceKind>({
  id,
  version,
  content,
  recordedAt,
}: KeptOf<Kind>): VersionOf<Kind> => ({ id, version, ...content, recordedAt }) as unknown as VersionOf<Kind>;
