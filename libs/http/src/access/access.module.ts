import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule, Reflector } from '@nestjs/core';
import { AccessGuard } from './access.guard.js';
import { Authentication } from './authentication.js';
import { trustedKeys, type AccessOptions } from './keys.js';
import { TokenVerifier } from './token-verifier.js';

@Module({})
class AccessModule {}

/** Who may do what: tokens of the issuer, or of the local key pair, and the guard before every route of the service. */
export const access = (options: AccessOptions): DynamicModule => ({
  module: AccessModule,
  global: true,
  imports: [DiscoveryModule],
  providers: [
    { provide: TokenVerifier, useFactory: async () => new TokenVerifier(await trustedKeys(options)) },
    {
      provide: Authentication,
      useFactory: (tokens: TokenVerifier) => new Authentication(tokens),
      inject: [TokenVerifier],
    },
    {
      provide: APP_GUARD,
      useFactory: (reflector: Reflector, authentication: Authentication) =>
        new AccessGuard(reflector, authentication),
      inject: [Reflector, Authentication],
    },
  ],
  exports: [TokenVerifier, Authentication],
});
