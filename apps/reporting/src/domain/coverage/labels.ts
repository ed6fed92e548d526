import { CHANNEL_KINDS, OCCUPATION_GROUPS, PAYER_KINDS, PROGRAMMES, SEGMENTS } from '#libs/kernel';
import { termsOf, unmasked, UNMAPPED, type Signature, type TermsParts } from './terms.js';

/** By what a figure can be cut within one cell. Regions and channel codes are cells of their own. */
export type TermsCut = 'segment' | 'channel' | 'programme' | 'payer' | 'occupation';

/** Which terms count: of each property any of the values, all properties for the same membership or contribution. */
export interface TermsFilter {
  readonly segment?: readonly string[];
  readonly programme?: readonly string[];
  readonly channel?: readonly string[];
  readonly occupation?: readonly string[];
}

/** The names of terms as the outside knows them, with `unmapped` for what is not known. */
export type Labels = Readonly<Record<TermsCut, readonly string[]>>;

const orUnmapped = (labels: readonly string[]) => (labels.length === 0 ? [UNMAPPED] : labels);

const labelsOfTerms = (terms: TermsParts): Labels => ({
  segment: [SEGMENTS[terms.segment]!],
  channel: [CHANNEL_KINDS[terms.channelKind] ?? UNMAPPED],
  programme: unmasked(PROGRAMMES, terms.programmes),
  payer: [PAYER_KINDS[terms.payer]!],
  occupation: orUnmapped(unmasked(OCCUPATION_GROUPS, terms.groups)),
});

/** The labels of all terms of a signature. */
export const labelsOf = (signature: Signature): readonly Labels[] => termsOf(signature).map(labelsOfTerms);

const FILTERED = ['segment', 'programme', 'channel', 'occupation'] as const;

const holds = (labels: Labels, filter: TermsFilter): boolean =>
  FILTERED.every((property) => {
    const wanted = filter[property];
    return wanted === undefined || labels[property].some((label) => wanted.includes(label));
  });

/** Whether persons with this signature count under the filter. */
export const matches = (all: readonly Labels[], filter: TermsFilter): boolean =>
  all.some((labels) => holds(labels, filter));

/** The parts of a cut in which persons with this signature count under the filter, each once. */
export const partsOf = (all: readonly Labels[], cut: TermsCut, filter: TermsFilter): ReadonlySet<string> =>
  new Set(all.filter((labels) => holds(labels, filter)).flatMap((labels) => labels[cut]));
