import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import { isStorable } from './flaw-of.js';

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
