import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { actorOf } from '../access/access.guard.js';
import type { Actor } from '../access/actor.js';
import { causeOf, type RequestCause } from './cause.js';
import { statedAtOf } from './stated-at.js';

/** Who sends a change, at which instant of a story, and what the events of it inherit. */
export interface Sender {
  readonly actor: Actor;
  readonly statedAt: string | null;
  readonly cause: RequestCause;
}

/** `@CurrentSender() sender: Sender` in a controller behind a rule; a pipe may make a service's own command of it. */
export const CurrentSender = createParamDecorator((_: unknown, host: ExecutionContext): Sender => {
  const request = host.switchToHttp().getRequest<FastifyRequest>();
  const actor = actorOf(request);
  if (actor === null) throw new Error('a change comes from somebody: the route needs a rule');
  return { actor, statedAt: statedAtOf(request), cause: causeOf(request) };
});
