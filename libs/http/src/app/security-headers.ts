import type { FastifyHelmetOptions } from '@fastify/helmet';

/**
 * What browsers are told. The dashboard and the API's pages come from here and load nothing from elsewhere; charts and
 * the API's page set styles on elements, so styles may be inline, scripts never.
 */
export const SECURITY_HEADERS: FastifyHelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", "'unsafe-inline'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      formAction: ["'none'"],
      frameAncestors: ["'none'"],
    },
  },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  crossOriginResourcePolicy: { policy: 'same-origin' },
  referrerPolicy: { policy: 'no-referrer' },
  // Services speak plain HTTP behind a proxy that ends TLS; the header would lock local addresses out.
  strictTransportSecurity: false,
  xFrameOptions: { action: 'deny' },
};
