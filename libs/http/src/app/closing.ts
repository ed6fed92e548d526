import type { FastifyInstance } from 'fastify';
import { Problem } from '../problems/problem.js';

/** Requests under way get this long to be answered before connections are cut; streams never end by themselves. */
const GRACE_MS = 5_000;

/** Somebody else, or whoever is started instead, answers soon. */
const RETRY_AFTER_SECONDS = 1;

/** Lets requests that are under way be answered before the server closes; new ones get 503 with `Retry-After` meanwhile. */
export const answerBeforeClosing = (fastify: FastifyInstance): void => {
  let underWay = 0;
  let wake: (() => void) | null = null;
  let isClosing = false;
  const ended = () => {
    underWay -= 1;
    if (underWay === 0) wake?.();
  };
  fastify.addHook('onRequest', (_request, reply, done) => {
    if (isClosing) return done(Problem.unavailable(RETRY_AFTER_SECONDS));
    underWay += 1;
    reply.raw.once('close', ended);
    done();
  });
  fastify.addHook('preClose', (done) => {
    isClosing = true;
    if (underWay === 0) return done();
    const timer = setTimeout(done, GRACE_MS);
    wake = () => {
      clearTimeout(timer);
      done();
    };
  });
};
