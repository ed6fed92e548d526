import { Is, kinds } from '#libs/contracts';
import { PageQuery } from '#libs/http';
import { IsOptional } from 'class-validator';

/** Which regions to list. */
export class RegionsQuery extends PageQuery {
  /** The region whose children are meant, or below which to search; the country when absent. */
  @IsOptional() @Is(kinds.region) within?: string;
  /** A part of the name, or the beginning of the code. */
  @IsOptional() @Is(kinds.text(100)) q?: string;
}
