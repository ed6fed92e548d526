import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The tag of what an answer is about: equal content, equal tag. */
export const etagOf = (content: unknown): string =>
  `"${createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 27)}"`;

/** Whether the client holds what the tag names (RFC 9110, weak comparison). */
export const isHeld = (ifNoneMatch: string | undefined, etag: string): boolean =>
  (ifNoneMatch ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .some((tag) => tag === etag || tag === '*');

/**
 * Answers 304 where the client holds the content already, else sets the `ETag` and gives the body back to be sent.
 * `covered` is what the tag is computed from: for one media type, what the client would see change.
 */
export const unlessHeld = <Body>(
  request: FastifyRequest,
  reply: FastifyReply,
  covered: unknown,
  body: Body,
): Body | undefined => {
  const etag = etagOf(covered);
  void reply.headers({ etag, 'cache-control': 'no-cache', vary: 'accept, authorization' });
  if (!isHeld(request.headers['if-none-match'], etag)) return body;
  void reply.code(304);
  return undefined;
};
