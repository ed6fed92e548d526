import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem, PROBLEM_MEDIA_TYPE } from './problem.js';
import { problemOf } from './problem-of.js';
import { sendProblem } from './problem.filter.js';

/** What Node's HTTP parser says of a request that never became one, and the status for it. */
const STATUSES: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

/** Answers bytes that are no HTTP request, or whose headers are too large, as a problem; then hangs up. */
export const answerUnparsable = (error: Error & { code?: string }, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const { body } = Problem.ofClient(STATUSES[error.code ?? ''] ?? 400);
  const text = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${body.status} ${body.title}`,
    `content-type: ${PROBLEM_MEDIA_TYPE}`,
    `content-length: ${Buffer.byteLength(text)}`,
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`);
};

/** Answers what the router refuses before any hook runs: a badly encoded path, an overlong parameter. */
export const answerUnroutable = (error: unknown, _request: FastifyRequest, reply: FastifyReply): void => {
  void sendProblem(reply, problemOf(error) ?? Problem.malformed());
};
