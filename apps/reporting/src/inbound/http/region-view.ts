import { ApiProperty } from '@nestjs/swagger';

const LEVELS = ['country', 'province', 'regency', 'district', 'village'];

/** A region in a list. */
export class ListedRegionView {
  @ApiProperty({ example: '33.72' }) code!: string;
  @ApiProperty({ example: 'Kota Surakarta' }) name!: string;
  @ApiProperty({ enum: LEVELS }) level!: string;
  @ApiProperty({ type: String, nullable: true, description: 'The code of the region above.' })
  parent!: string | null;
}

/** A region with those above it. */
export class RegionView extends ListedRegionView {
  @ApiProperty({ type: [ListedRegionView], description: 'From the country down.' })
  ancestors!: readonly ListedRegionView[];
}

/** A page of regions. */
export class RegionsView {
  @ApiProperty({ type: [ListedRegionView] }) items!: readonly ListedRegionView[];
  @ApiProperty({ type: String, nullable: true, description: 'Ask for what follows with `after`.' })
  next!: string | null;
}
