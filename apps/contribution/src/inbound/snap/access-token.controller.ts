import { Public, type FastifyRequest } from '#libs/http';
import { Clock } from '#libs/kernel';
import { Controller, HttpCode, Post, Req, UseFilters } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { newAccessToken, TOKEN_SECONDS } from './access-tokens.js';
import { responseOf } from './snap-codes.js';
import { AccessTokenBody, AccessTokenRequest, SignedOperation } from './snap-documents.js';
import { SnapFilter } from './snap.filter.js';
import { header, isTimely, timestampOf } from './snap-headers.js';
import { SnapPartners } from './snap-partners.js';
import { fieldsOf } from './snap-fields.js';
import { SnapRefusal } from './snap-refusal.js';
import { isTokenRequestSignedBy } from './token-signature.js';

const ANY = /^[\x20-\x7e]{1,2000}$/;
const CLIENT_ID = /^[\x21-\x7e]{1,64}$/;

/** Partners get the token with which they sign everything else. */
@ApiTags('snap')
@Controller('v1.0/access-token')
@UseFilters(SnapFilter)
export class AccessTokenController {
  constructor(
    private readonly partners: SnapPartners,
    private readonly clock: Clock,
  ) {}

  /** A token for 900 seconds, for whoever signs its client id and the time with its private key (SHA256withRSA). */
  @Post('b2b')
  @Public()
  @HttpCode(200)
  @SignedOperation(AccessTokenRequest, AccessTokenBody)
  token(@Req() request: FastifyRequest): AccessTokenBody {
    const timestamp = timestampOf(request);
    const clientId = header(request, 'X-CLIENT-KEY', CLIENT_ID);
    const signature = header(request, 'X-SIGNATURE', ANY);
    const nowMs = Date.parse(this.clock.recordedAt(null));
    const partner = this.partners.withClientId(clientId);
    if (!partner) throw new SnapRefusal('401-00', 'Unknown client');
    if (!isTimely(timestamp, nowMs)) throw new SnapRefusal('401-00', 'X-TIMESTAMP');
    const asked = { clientId, timestamp };
    if (!isTokenRequestSignedBy(partner.publicKeys, asked, signature, partner.tokenSignature))
      throw new SnapRefusal('401-00', 'Signature');
    const { grantType } = fieldsOf(request.body);
    if (grantType === undefined) throw new SnapRefusal('400-02', 'grantType');
    if (grantType !== 'client_credentials') throw new SnapRefusal('400-01', 'grantType');
    return {
      ...responseOf('token', '200-00'),
      accessToken: newAccessToken(partner, nowMs),
      tokenType: 'Bearer',
      expiresIn: String(TOKEN_SECONDS),
    };
  }
}
