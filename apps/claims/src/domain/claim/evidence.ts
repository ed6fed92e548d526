import type { Benefit, Day, Programme } from '#libs/kernel';
import { ALWAYS, type Dated } from '../programmes/calculation.js';
import { broughtForwardIn, type Findings } from '../programmes/findings.js';

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
  'savings-statement',
  'school-statement',
  'other',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** A scan or photograph, and how its bytes can be found and told from others. */
export interface EvidenceFile {
  readonly fileId: string;
  /** In hex. */
  readonly sha256: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
}

/** A document or finding; its note and file may hold health data and never leave this service. */
export interface Evidence {
  readonly kind: EvidenceKind;
  readonly receivedOn: Day;
  readonly note: string | null;
  /** Absent while only the paper has come in. */
  readonly file?: EvidenceFile;
}

const DEATH: readonly EvidenceKind[] = [
  'member-card',
  'identity-card',
  'heir-identity-card',
  'heir-statement',
  'family-card',
  'death-certificate',
];

/** What each benefit asks for, as the programmes' lists of documents say. */
const REQUIRED: Readonly<Record<Programme, Readonly<Partial<Record<Benefit, readonly EvidenceKind[]>>>>> = {
  JKK: {
    'accident-care': ['member-card', 'identity-card', 'chronology', 'receipts'],
    'accident-income': ['member-card', 'identity-card', 'chronology', 'medical-report'],
    'death-grant': [...DEATH, 'chronology'],
    funeral: [...DEATH, 'chronology'],
    scholarship: ['family-card', 'school-statement'],
  },
  JKM: {
    'death-grant': [...DEATH, 'bank-book'],
    funeral: [...DEATH, 'bank-book'],
    scholarship: ['family-card', 'school-statement'],
  },
  JHT: { 'old-age': ['member-card', 'identity-card', 'family-card', 'bank-book', 'reason-letter'] },
  JP: { pension: ['identity-card', 'family-card', 'bank-book', 'reason-letter'] },
  JKP: { 'job-loss': ['bank-book', 'reason-letter'] },
};

/** A paper that the benefit's list does not name, since not every claim needs it. */
interface FurtherPaper extends Dated {
  readonly kind: EvidenceKind;
  readonly programme: Programme;
  /** Which claims of the programme need it; rupiah: those that pay more. */
  readonly of:
    'road-accidents' | 'temporary-disability' | 'brought-forward' | { readonly overRupiah: number };
}

/** From the operator's lists, of which no earlier versions were found; a statement is asked for where it is reckoned with. */
const FURTHER: readonly FurtherPaper[] = [
  { from: ALWAYS, programme: 'JKK', kind: 'police-report', of: 'road-accidents' },
  { from: ALWAYS, programme: 'JKK', kind: 'rest-letter', of: 'temporary-disability' },
  { from: ALWAYS, programme: 'JHT', kind: 'tax-number', of: { overRupiah: 50_000_000 } },
  { from: ALWAYS, programme: 'JHT', kind: 'savings-statement', of: 'brought-forward' },
  { from: ALWAYS, programme: 'JP', kind: 'savings-statement', of: 'brought-forward' },
];

/** What says which papers a claim needs. */
export interface Claimed {
  readonly programme: Programme;
  readonly benefit: Benefit;
  readonly occurredOn: Day;
  readonly isRoadAccident?: boolean;
  readonly findings: Findings | null;
  /** What it pays; null where that is not known yet. */
  readonly amountRupiah: number | null;
}

const isOf = ({ of }: FurtherPaper, { isRoadAccident, findings, amountRupiah }: Claimed): boolean => {
  if (of === 'road-accidents') return isRoadAccident === true;
  if (of === 'temporary-disability') return findings?.kind === of;
  if (of === 'brought-forward') return broughtForwardIn(findings) !== null;
  return amountRupiah !== null && amountRupiah > of.overRupiah;
};

const neededFor = (claimed: Claimed): readonly EvidenceKind[] => {
  const { programme, benefit, occurredOn } = claimed;
  const further = FURTHER.filter(
    (paper) => paper.programme === programme && paper.from <= occurredOn && isOf(paper, claimed),
  );
  return [...(REQUIRED[programme][benefit] ?? []), ...further.map(({ kind }) => kind)];
};

/** The documents that the claim needs and that have not come in, in the order of the list. */
export const missingOf = (claimed: Claimed, evidence: readonly Evidence[]): EvidenceKind[] =>
  neededFor(claimed).filter((needed) => !evidence.some(({ kind }) => kind === needed));

/** Where a claim stands by its papers alone: nothing looked through yet, something missing, or all there. */
export type Papers =
  | { readonly status: 'submitted' }
  | { readonly status: 'incomplete'; readonly missing: readonly EvidenceKind[] }
  /** Since the day on which the last of the needed documents came. */
  | { readonly status: 'complete'; readonly completeOn: Day };

/** Where the papers of a claim stand. */
export const papersOf = (claimed: Claimed, evidence: readonly Evidence[]): Papers => {
  if (evidence.length === 0) return { status: 'submitted' };
  const missing = missingOf(claimed, evidence);
  if (missing.length > 0) return { status: 'incomplete', missing };
  const needed = neededFor(claimed);
  const days = evidence.filter(({ kind }) => needed.includes(kind)).map(({ receivedOn }) => receivedOn);
  return { status: 'complete', completeOn: days.toSorted().at(-1) ?? evidence[0]!.receivedOn };
};
