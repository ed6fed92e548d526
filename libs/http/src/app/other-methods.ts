import type { FastifyInstance } from 'fastify';
import { Problem } from '../problems/problem.js';

interface KnownPath {
  readonly fits: RegExp;
  readonly methods: ReadonlySet<string>;
}

const escaped = (text: string) => text.replaceAll(/[.*+?^$()|[\]\\{}]/g, String.raw`\$&`);

/** A route's address as an expression: `:name` is one part of a path, `*` all the rest. */
const fitting = (url: string): RegExp =>
  new RegExp(
    `^${url
      .split('/')
      .map((part) => (part === '*' ? '.*' : part.startsWith(':') ? '[^/]+' : escaped(part)))
      .join('/')}/?$`,
  );

const pathOf = (url: string) => url.split('?', 1)[0]!;

/**
 * Answers 405 with `Allow` where the path is there and the method is not, whoever asks: which methods a path has is in
 * the public document. Must come before the routes, which it learns as they are added.
 */
export const refuseOtherMethods = (fastify: FastifyInstance): void => {
  const methodsOf = new Map<string, Set<string>>();
  fastify.addHook('onRoute', ({ url, method }) => {
    const methods = methodsOf.get(url) ?? new Set();
    for (const one of [method].flat()) methods.add(one);
    methodsOf.set(url, methods);
  });
  let known: readonly KnownPath[] = [];
  fastify.addHook('onReady', (done) => {
    known = [...methodsOf].map(([url, methods]) => ({ fits: fitting(url), methods }));
    done();
  });
  fastify.addHook('onRequest', (request, _reply, done) => {
    if (!request.is404) return done();
    const path = pathOf(request.url);
    const allowed = known.filter(({ fits }) => fits.test(path)).flatMap(({ methods }) => [...methods]);
    done(allowed.length === 0 ? undefined : Problem.methodNotAllowed([...new Set(allowed)]));
  });
};
