import { Is, kinds } from '#libs/contracts';
import { IsOptional } from 'class-validator';

/** Which outlines to draw. */
export class RegionOutlinesQuery {
  /** The region whose children are drawn; the country when absent. */
  @IsOptional() @Is(kinds.region) within?: string;
}
