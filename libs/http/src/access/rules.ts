import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiSecurity } from '@nestjs/swagger';
import type { Role } from './actor.js';

/** Who may use a route. */
export type Rule =
  | { readonly kind: 'roles'; readonly roles: readonly Role[] }
  | { readonly kind: 'public'; readonly optionalToken: boolean };

/** Under this name a route's rule lies in its metadata. */
export const RULE = 'cakupan:rule';
/** The name of the bearer scheme in the OpenAPI document. */
export const BEARER = 'bearer';

/** The route, or every route of the controller, is for bearers of one of the roles. */
export const Allow = (first: Role, ...more: Role[]): ClassDecorator & MethodDecorator =>
  applyDecorators(
    SetMetadata<string, Rule>(RULE, { kind: 'roles', roles: [first, ...more] }),
    ApiBearerAuth(BEARER),
  );

/**
 * The route needs no token. With `optionalToken` it takes one if there is one: `@CurrentActor()` is then the bearer or
 * null, and a bad token is a 401 all the same.
 */
export const Public = ({ optionalToken = false } = {}): ClassDecorator & MethodDecorator =>
  applyDecorators(
    SetMetadata<string, Rule>(RULE, { kind: 'public', optionalToken }),
    ...(optionalToken ? [ApiSecurity({}), ApiBearerAuth(BEARER)] : []),
  );
