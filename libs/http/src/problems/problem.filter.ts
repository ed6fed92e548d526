import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { fieldsNamedBy } from './named-fields.js';
import { Problem, PROBLEM_MEDIA_TYPE, type ProblemBody } from './problem.js';
import { isOutage, problemOf } from './problem-of.js';

/** The problem's body; where it names no fields yet, with those of the request that its reasons are about. */
const bodyFor = ({ body, reasons }: Problem, request: unknown): ProblemBody =>
  body.fields.length > 0 ? body : { ...body, fields: fieldsNamedBy(reasons, request) };

/** Writes the problem as the answer: as bytes, since to a text Fastify adds a charset that the media type has not. */
export const sendProblem = (reply: FastifyReply, problem: Problem): FastifyReply =>
  reply
    .code(problem.status)
    .headers(problem.headers)
    .header('content-type', PROBLEM_MEDIA_TYPE)
    .send(Buffer.from(JSON.stringify(bodyFor(problem, reply.request.body))));

/** The one place where an error becomes an answer over HTTP. Bugs are logged whole and shown without their insides. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Problems');

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw error;
    this.answer(error, host);
  }

  /** Where a part of the API has refusals of another shape, they are answered before this. */
  protected answer(error: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error) ?? Problem.internal(request.id);
    if (problem.status === 500)
      this.log.error({ err: error, correlationId: request.id, msg: 'a request failed' });
    if (isOutage(error))
      this.log.warn({ err: error, correlationId: request.id, msg: 'a dependency is away' });
    if (reply.sent || reply.raw.headersSent) reply.raw.destroy();
    else void sendProblem(reply, problem);
  }
}
