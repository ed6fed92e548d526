import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import { isStorable } from './flaw-of.js';

/** Ids of payments and codes of channels come from outside; a part of a path that is longer is none. */
export const PARAMETER_CHARACTERS_MAX = 500;

const isReadable = (url: string): boolean => {
  try {
    return isStorable(decodeURIComponent(url));
  } catch {
    return false;
  }
};

/** Hook: refuses, before anything reads it, a URL whose escapes are not UTF-8 or hide a NUL. */
export const refuseBadUrl = (
  request: FastifyRequest,
  _reply: FastifyReply,
  done: (error?: Error) => void,
): void =>
  done(isReadable(request.url) ? undefined : Problem.malformed([{ path: 'url', reason: 'malformed' }]));
