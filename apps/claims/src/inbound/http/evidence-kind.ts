import { kinds } from '#libs/contracts';
import { part } from '#libs/http';

/** What claims are proved with: the documents that the programmes ask for. */
const EVIDENCE_KINDS = [
  'identity-card',
  'member-card',
  'family-card',
  'heir-identity-card',
  'heir-statement',
  'marriage-book',
  'death-certificate',
  'chronology',
  'police-report',
  'medical-report',
  'receipts',
  'rest-letter',
  'reason-letter',
  'bank-book',
  'tax-number',
  'school-statement',
  'other',
] as const;

/** `@Param('kind', evidenceKind)`: a kind of the list; anything else is a 400. */
export const evidenceKind = part(kinds.oneOf(EVIDENCE_KINDS), 'unknown-code');
