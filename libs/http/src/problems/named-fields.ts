import { FIELDS_OF_REASONS, type Reason } from '#libs/kernel';
import type { ProblemField } from './problem.js';

const isThere = (value: unknown, [name, ...rest]: readonly string[]): boolean => {
  if (name === undefined) return true;
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return false;
  return isThere((value as Record<string, unknown>)[name], rest);
};

const pathsOf = (reason: Reason, request: unknown): readonly string[] => {
  const paths = FIELDS_OF_REASONS[reason] ?? [];
  const present = paths.filter((path) => isThere(request, path.split('.')));
  return present.length > 0 || !reason.endsWith('-missing') ? present : paths.slice(0, 1);
};

/** The fields of a request, or of a part of it that stands at `above`, that the reasons of a refusal are about. */
export const fieldsNamedBy = (
  reasons: readonly Reason[],
  request: unknown,
  above: string = '',
): readonly ProblemField[] => {
  if (typeof request !== 'object' || request === null) return [];
  return reasons.flatMap((reason) =>
    pathsOf(reason, request).map((path) => ({ path: `${above}${path}`, reason })),
  );
};
