import { SnapRefusal } from './snap-refusal.js';

/** The fields of a body. */
export type Fields = Readonly<Record<string, unknown>>;

/** A text that must be there, in the form that it must have. */
export const textIn = (body: Fields, name: string, form: RegExp): string => {
  const stated = body[name];
  if (stated === undefined || stated === null || stated === '') throw new SnapRefusal('400-02', name);
  if (typeof stated !== 'string' || !form.test(stated)) throw new SnapRefusal('400-01', name);
  return stated;
};

/** The body of a request, whatever else it carries: banks add fields of their own. */
export const fieldsOf = (body: unknown): Fields => {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Fields;
  throw new SnapRefusal('400-00');
};
