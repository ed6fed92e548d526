import { kinds } from '#libs/contracts';
import { part } from '#libs/http';
import { EVIDENCE_KINDS } from '../../use-cases/claims.js';

/** `@Param('kind', evidenceKind)`: a kind of the list; anything else is a 400. */
export const evidenceKind = part(kinds.oneOf(EVIDENCE_KINDS), 'unknown-code');
