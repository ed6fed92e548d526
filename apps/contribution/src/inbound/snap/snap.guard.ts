import type { FastifyRequest, WithRawBody } from '#libs/http';
import { Clock } from '#libs/kernel';
import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { isGoodToken } from './access-tokens.js';
import { rememberSigned } from './signed-by.js';
import { isSignedWith } from './signatures.js';
import { SnapRefusal } from './snap-refusal.js';
import { header, isTimely, timestampOf } from './snap-headers.js';
import { SnapPartners } from './snap-partners.js';

const BEARER = /^Bearer ([\w.-]{1,1000})$/;
const ANY = /^[\x20-\x7e]{1,2000}$/;
const PARTNER_ID = /^[\x21-\x7e]{1,36}$/;
const EXTERNAL_ID = /^\d{1,36}$/;
const CHANNEL_ID = /^[\x21-\x7e]{1,5}$/;

/** Lets in what carries a good token and is signed by its partner, over the bytes that came. */
@Injectable()
export class SnapGuard implements CanActivate {
  constructor(
    private readonly partners: SnapPartners,
    private readonly clock: Clock,
  ) {}

  canActivate(host: ExecutionContext): boolean {
    const request = host.switchToHttp().getRequest<FastifyRequest & WithRawBody>();
    const timestamp = timestampOf(request);
    const signature = header(request, 'X-SIGNATURE', ANY);
    const partnerId = header(request, 'X-PARTNER-ID', PARTNER_ID);
    const externalId = header(request, 'X-EXTERNAL-ID', EXTERNAL_ID);
    header(request, 'CHANNEL-ID', CHANNEL_ID);
    const nowMs = Date.parse(this.clock.recordedAt(null));
    const partner = this.partners.withPartnerId(partnerId);
    if (!partner) throw new SnapRefusal('401-00', 'Unknown client');
    const accessToken = BEARER.exec(request.headers.authorization ?? '')?.[1];
    if (!accessToken || !isGoodToken(accessToken, partner, nowMs)) throw new SnapRefusal('401-01');
    if (!isTimely(timestamp, nowMs)) throw new SnapRefusal('401-00', 'X-TIMESTAMP');
    const { method, url, rawBody: body = new Uint8Array() } = request;
    const isGenuine = isSignedWith(
      partner.clientSecrets,
      { method, url, accessToken, body, timestamp },
      signature,
      partner.signature,
    );
    if (!isGenuine) throw new SnapRefusal('401-00', 'Signature');
    rememberSigned(request, { partner, externalId, timestamp });
    return true;
  }
}
