import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';
import type { Actor } from './actor.js';
import type { TokenVerifier } from './token-verifier.js';

const BEARER = /^Bearer +([\w.~+/-]+=*) *$/i;

/** Who sends a request: its token is looked at once, however many ask. */
export class Authentication {
  private readonly actors = new WeakMap<FastifyRequest, Promise<Actor | null>>();

  constructor(private readonly tokens: TokenVerifier) {}

  /** The bearer of the request's token, null without one. Throws a 401 for a bad one. */
  actorOf(request: FastifyRequest): Promise<Actor | null> {
    const known = this.actors.get(request);
    if (known) return known;
    const actor = this.identify(request.headers.authorization);
    this.actors.set(request, actor);
    return actor;
  }

  private async identify(authorization: string | undefined): Promise<Actor | null> {
    if (authorization === undefined) return null;
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined) throw Problem.unauthorized('token-invalid');
    return this.tokens.verify(token);
  }
}
