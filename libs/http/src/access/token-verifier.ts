import { jwtVerify } from 'jose';
import { Problem } from '../problems/problem.js';
import type { Actor } from './actor.js';
import { actorOfClaims } from './actor-of-claims.js';
import { IssuerUnavailable, type TrustedKeys } from './keys.js';

/** Whom tokens for these services are made out to. */
export const AUDIENCE = 'cakupan';
/** Asymmetric only: with a shared secret allowed, the public key could be taken for one. */
const ALGORITHMS = ['RS256', 'ES256'];
/** Clocks of issuer and service may differ by this much. */
const CLOCK_TOLERANCE_SECONDS = 5;
/** A signature costs about a tenth of a millisecond: a token that was found good is trusted for this long. */
const TRUSTED_MS = 30_000;
/** As many bearers as may be active within that time; some kilobytes each. */
const TOKENS_KEPT_MAX = 10_000;

interface Trusted {
  readonly actor: Actor;
  readonly until: number;
}

/** Milliseconds since 1970, to tell how much of a token's life is left. */
const nowMs = () => performance.timeOrigin + performance.now();

/** Finds out who bears a token: RS256 or ES256, the trusted issuer, our audience, in its time. */
export class TokenVerifier {
  private readonly trusted = new Map<string, Trusted>();

  constructor(private readonly keys: TrustedKeys) {}

  /** The bearer. Throws a 401, the same whatever is wrong with the token; an issuer that is away throws an outage. */
  async verify(token: string): Promise<Actor> {
    const known = this.trusted.get(token);
    if (known && known.until > nowMs()) return known.actor;
    this.trusted.delete(token);
    const { actor, expiresMs } = await this.examine(token);
    this.trust(token, { actor, until: Math.min(nowMs() + TRUSTED_MS, expiresMs) });
    return actor;
  }

  private async examine(token: string): Promise<{ actor: Actor; expiresMs: number }> {
    try {
      const { payload } = await jwtVerify(token, this.keys.keyFor, {
        algorithms: ALGORITHMS,
        issuer: this.keys.issuer,
        audience: AUDIENCE,
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['sub', 'exp'],
      });
      return { actor: actorOfClaims(payload), expiresMs: (payload.exp ?? 0) * 1_000 };
    } catch (error) {
      throw error instanceof IssuerUnavailable ? error : Problem.unauthorized('token-invalid');
    }
  }

  private trust(token: string, trusted: Trusted): void {
    const [oldest] = this.trusted.keys();
    if (this.trusted.size >= TOKENS_KEPT_MAX && oldest !== undefined) this.trusted.delete(oldest);
    this.trusted.set(token, trusted);
  }
}
