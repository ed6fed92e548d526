/** What was found at a place, or why nothing could be found out. */
export type Looked<T> =
  { readonly found: T; readonly why: null } | { readonly found: null; readonly why: string };

/** A sentence for an error; some have nothing but a code, or the errors of several addresses. */
export const whyOf = (error: unknown): string => {
  if (error instanceof AggregateError && error.errors.length > 0) return whyOf(error.errors[0]);
  const { message, code } = (error ?? {}) as { message?: string; code?: string };
  return message || code || String(error);
};

/** Looks, for so long and no longer; what goes wrong is an answer, too. */
export const look = async <T>(limitMs: number, what: () => Promise<T>): Promise<Looked<T>> => {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${limitMs / 1_000} s`)), limitMs);
  try {
    return { found: await Promise.race([what(), late]), why: null };
  } catch (error) {
    return { found: null, why: whyOf(error) };
  } finally {
    clearTimeout(timer);
  }
};
