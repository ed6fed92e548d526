import type { FastifyRequest } from '#libs/http';
import { jakartaDay } from '#libs/kernel';
import { SnapRefusal } from './snap-refusal.js';

const TIMESTAMP = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,3})?(?:Z|[+-]\d{2}:\d{2})$/;
/** Clocks of two houses differ by seconds; a request that was written down is worth nothing after this. */
export const TIMESTAMP_WINDOW_MS = 5 * 60_000;

/** A header that must be there, in the form that it must have. */
export const header = ({ headers }: Pick<FastifyRequest, 'headers'>, name: string, form: RegExp): string => {
  const stated = headers[name.toLowerCase()];
  if (stated === undefined || stated === '') throw new SnapRefusal('400-02', name);
  if (typeof stated !== 'string' || !form.test(stated)) throw new SnapRefusal('400-01', name);
  return stated;
};

/** `X-TIMESTAMP` as it was written. */
export const timestampOf = (request: Pick<FastifyRequest, 'headers'>): string => {
  const stated = header(request, 'X-TIMESTAMP', TIMESTAMP);
  if (Number.isNaN(Date.parse(stated))) throw new SnapRefusal('400-01', 'X-TIMESTAMP');
  return stated;
};

/** Whether the instant lies within the window around now, either way. */
export const isTimely = (timestamp: string, nowMs: number): boolean =>
  Math.abs(Date.parse(timestamp) - nowMs) <= TIMESTAMP_WINDOW_MS;

/** The day on which an `X-EXTERNAL-ID` is to be the only one. */
export const dayOf = (timestamp: string): string => jakartaDay(timestamp);
