import { AsInteger } from '#libs/http';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

const PER_SECOND_LEAST = 100;
const PER_SECOND_MOST = 1_000_000;

/** How a rebuild is to go about it. */
export class RebuildQuery {
  /** No faster than this, so that whoever reads and writes meanwhile has room; as fast as it goes otherwise. */
  @IsOptional()
  @IsInt()
  @Min(PER_SECOND_LEAST)
  @Max(PER_SECOND_MOST)
  @AsInteger()
  messagesPerSecondMax?: number;
}
