import { createParamDecorator, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import type { Actor } from './actor.js';
import type { Authentication } from './authentication.js';
import { RULE, type Rule } from './rules.js';

const admitted = new WeakMap<FastifyRequest, Actor>();

const requestOf = (host: ExecutionContext) => host.switchToHttp().getRequest<FastifyRequest>();

/** Stands before every route: what has no rule is refused, so that nothing is open by oversight. */
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authentication: Authentication,
  ) {}

  async canActivate(host: ExecutionContext): Promise<boolean> {
    if (host.getType() !== 'http') return true;
    const rule = this.reflector.getAllAndOverride<Rule | undefined>(RULE, [
      host.getHandler(),
      host.getClass(),
    ]);
    if (rule?.kind === 'public' && !rule.optionalToken) return true;
    const request = requestOf(host);
    const actor = await this.authentication.actorOf(request);
    if (actor) admitted.set(request, actor);
    if (rule?.kind === 'public') return true;
    if (!actor) throw Problem.unauthorized('token-missing');
    if (!rule?.roles.some((role) => actor.roles.includes(role))) throw Problem.forbidden('role-missing');
    return true;
  }
}

/** Who was let in with the request; null where it is public and came without a token. */
export const actorOf = (request: FastifyRequest): Actor | null => admitted.get(request) ?? null;

/** `@CurrentActor() actor: Actor` in a controller; `Actor | null` where the route is public with an optional token. */
export const CurrentActor = createParamDecorator((_: unknown, host: ExecutionContext): Actor | null =>
  actorOf(requestOf(host)),
);
