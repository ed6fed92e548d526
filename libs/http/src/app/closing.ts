import type { FastifyInstance } from 'fastify';

/** Requests under way get this long to be answered before connections are cut; streams never end by themselves. */
const GRACE_MS = 5_000;

/** Lets requests that are under way be answered before the server closes; new ones get 503 meanwhile. */
export const answerBeforeClosing = (fastify: FastifyInstance): void => {
  let underWay = 0;
  let wake: (() => void) | null = null;
  const ended = () => {
    underWay -= 1;
    if (underWay === 0) wake?.();
  };
  fastify.addHook('onRequest', (_request, reply, done) => {
    underWay += 1;
    reply.raw.once('close', ended);
    done();
  });
  fastify.addHook('preClose', (done) => {
    if (underWay === 0) return done();
    const timer = setTimeout(done, GRACE_MS);
    wake = () => {
      clearTimeout(timer);
      done();
    };
  });
};
