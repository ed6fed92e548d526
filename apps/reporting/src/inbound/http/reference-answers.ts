import { kinds } from '#libs/contracts';
import { fitting, part, Problem, type ProblemField } from '#libs/http';
import { assertNever, type Reason } from '#libs/kernel';
import type { KeptReference, ReferenceAnswer } from '../../use-cases/reference-ledger.js';

const ID_CHARACTERS = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

/** `@Param('id', referenceId)`: letters, digits, dots, hyphens and underscores, at most 128. */
export const referenceId = part(fitting(ID_CHARACTERS));

/** Whether a cursor's part is an id. */
export const isReferenceId = (text: string): boolean => ID_CHARACTERS.test(text);

/** Texts of references: names of sources and publishers, definitions. */
export const wording = kinds.text(500);
/** Region codes; whether the list has them is a rule's business. */
export const regionCodes = kinds.listOf(kinds.text(13), { min: 1, max: 1_000, unique: true });

const PATHS: Partial<Readonly<Record<Reason, string>>> = {
  'unknown-region': 'regions',
  'period-reversed': 'through',
  'out-of-range': 'value',
};

/** The field that a refusal is about, where it is about one. */
export const fieldsOfRefusal = (reason: Reason): ProblemField[] => {
  const path = PATHS[reason];
  return path === undefined ? [] : [{ path, reason }];
};

const problemOf = (reason: Reason): Problem =>
  reason === 'outside-regions'
    ? Problem.forbidden(reason)
    : Problem.refused([reason], fieldsOfRefusal(reason));

/** The latest version after a command, and whether it is the first. Throws the problem of a refusal. */
export const recorded = (answer: ReferenceAnswer): { reference: KeptReference; isFirst: boolean } => {
  switch (answer.kind) {
    case 'happened':
    case 'ignored': {
      const reference = answer.reference!;
      return { reference, isFirst: answer.kind === 'happened' && reference.version === 1 };
    }
    case 'refused':
      throw problemOf(answer.reason);
    default:
      return assertNever(answer);
  }
};
