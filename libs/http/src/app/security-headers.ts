import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import { fastify, type FastifyInstance } from 'fastify';

/**
 * What browsers are told. The dashboard and the API's pages come from here and load nothing from elsewhere; charts and
 * the API's page set styles on elements, so styles may be inline, scripts never.
 */
const POLICY: FastifyHelmetOptions = {
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

/** Helmet works its headers out anew for each request; they are the same for all, so it is asked once. */
const askHelmet = async (): Promise<Record<string, string>> => {
  const once = fastify();
  await once.register(helmet, POLICY);
  once.get('/', (_request, reply) => reply.send(reply.raw.getHeaders()));
  const answer = await once.inject({ method: 'GET', url: '/' });
  await once.close();
  return answer.json();
};

/** Puts the security headers on every answer, refusals too. */
export const secureAnswers = async (instance: FastifyInstance): Promise<void> => {
  const headers = await askHelmet();
  instance.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
};
