import type { FastifyRequest } from '#libs/http';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { SnapPartner } from './snap-partners.js';

/** A request that its partner has signed. */
export interface SignedBy {
  readonly partner: SnapPartner;
  /** `X-EXTERNAL-ID`: the partner's own number of the request, one each day. */
  readonly externalId: string;
  readonly timestamp: string;
}

const signed = new WeakMap<FastifyRequest, SignedBy>();

/** Keeps what the guard has found out for the controller. */
export const rememberSigned = (request: FastifyRequest, by: SignedBy): void => void signed.set(request, by);

/** `@Signed() by: SignedBy` in a controller behind the guard. */
export const Signed = createParamDecorator((_: unknown, host: ExecutionContext): SignedBy =>
  signed.get(host.switchToHttp().getRequest<FastifyRequest>())!,
);
