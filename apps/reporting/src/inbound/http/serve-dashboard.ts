import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from '#libs/http';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const NOT_BUILT =
  'The dashboard has not been built. The figures are under /v1/coverage, their description under /docs.\n';
/** Files whose names carry a digest of their content. */
const ASSETS = /[/\\]assets[/\\]/;
const FOR_EVER = 'public, max-age=31536000, immutable';

const sayNotBuilt = (_request: FastifyRequest, reply: FastifyReply): void => {
  void reply.type('text/plain; charset=utf-8').send(NOT_BUILT);
};

/** Serves the built dashboard at `/`, to everyone: it shows what the viewer's token may see. */
export const serveDashboard = async (app: NestFastifyApplication, folder: string): Promise<void> => {
  if (!existsSync(join(folder, 'index.html'))) {
    app.getHttpAdapter().getInstance().get('/', sayNotBuilt);
    return;
  }
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false, // only files that were built have routes; everything else is answered as unknown
    cacheControl: false,
    preCompressed: true, // beside each text lies the same compressed, which has no address of its own
    globIgnore: ['**/*.gz'],
    setHeaders: (response, path) => {
      void response.header('cache-control', ASSETS.test(path) ? FOR_EVER : 'no-cache');
    },
  });
};
