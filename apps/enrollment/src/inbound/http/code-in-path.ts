import { kinds } from '#libs/contracts';
import { part } from '#libs/http';

/** `@Param('code', code)`: a code in the path. */
export const code = part(kinds.text(64));
