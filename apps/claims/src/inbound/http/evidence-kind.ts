import { Problem } from '#libs/http';
import type { PipeTransform } from '@nestjs/common';

/** What claims are proved with: the documents that the programmes ask for. */
export const EVIDENCE_KINDS = [
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

const isKind = (value: unknown): value is (typeof EVIDENCE_KINDS)[number] =>
  (EVIDENCE_KINDS as readonly unknown[]).includes(value);

/** `@Param('kind', evidenceKind)`: a kind of the list; anything else is a 400. */
export const evidenceKind: PipeTransform<unknown, string> = {
  transform: (value) => {
    if (isKind(value)) return value;
    throw Problem.malformed([{ path: 'kind', reason: 'unknown-code' }]);
  },
};
