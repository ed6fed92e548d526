import type { JWTPayload } from 'jose';
import { ROLES, type Actor, type Role } from './actor.js';

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((entry) => typeof entry === 'string');

const textsOr = <Absent>(value: unknown, absent: Absent): readonly string[] | Absent => {
  if (value === undefined) return absent;
  if (isTexts(value)) return value;
  throw new TypeError('a claim is not a list of texts');
};

const textOrNull = (value: unknown): string | null => {
  if (value === undefined) return null;
  if (typeof value === 'string' && value !== '') return value;
  throw new TypeError('a claim is not a text');
};

const isRole = (role: string): role is Role => (ROLES as readonly string[]).includes(role);

/**
 * The actor that a verified token speaks of. Roles that are not ours are left out; a claim of the wrong shape throws,
 * since taking it for an absent one would give the bearer more than was meant.
 */
export const actorOfClaims = (claims: JWTPayload): Actor => ({
  subject: textOrNull(claims.sub) ?? '',
  roles: textsOr<readonly string[]>(claims['roles'], []).filter(isRole),
  regions: textsOr(claims['regions'], null),
  channel: textOrNull(claims['channel']),
  gateway: textOrNull(claims['gateway']),
});
