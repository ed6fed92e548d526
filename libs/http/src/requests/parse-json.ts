import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import { flawOf, type PartsMax } from './flaw-of.js';
import { partsMaxOf } from './large-body.js';

/** A request whose body was JSON keeps the bytes that came: signatures are verified over them. */
export interface WithRawBody {
  rawBody?: Buffer;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The value of a JSON text in UTF-8, with the parts that a request may have unless more are allowed; an empty text is
 * `undefined`. Throws a 400 or 413 for what may not come in.
 */
export const parseJson = (bytes: Uint8Array, max?: PartsMax): unknown => {
  if (bytes.byteLength === 0) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(utf8.decode(bytes));
  } catch {
    throw Problem.malformed([], 'unreadable');
  }
  const flaw = flawOf(value, max);
  if (flaw) throw flaw === 'too-large' ? Problem.tooLarge() : Problem.malformed([], flaw);
  return value;
};

/** The content type parser for JSON bodies. */
export const parseJsonBody = async (
  request: FastifyRequest & WithRawBody,
  bytes: Buffer,
): Promise<unknown> => {
  request.rawBody = bytes;
  return parseJson(bytes, partsMaxOf(request));
};
