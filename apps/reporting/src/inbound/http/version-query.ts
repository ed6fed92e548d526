import { AsInteger } from '#libs/http';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

/** PostgreSQL's integer ends here. */
const VERSION_MAX = 2_147_483_647;

/** Which version to show; the latest when absent. */
export class VersionQuery {
  @IsOptional() @IsInt() @Min(1) @Max(VERSION_MAX) @AsInteger() version?: number;
}
