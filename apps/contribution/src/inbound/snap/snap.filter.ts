import { ProblemFilter, type FastifyReply, type FastifyRequest } from '#libs/http';
import { Catch, type ArgumentsHost } from '@nestjs/common';
import { responseOf, statusOf, type SnapService } from './snap-codes.js';
import { SnapRefusal } from './snap-refusal.js';

const SERVICE_OF_PATHS: Readonly<Record<string, SnapService>> = {
  b2b: 'token',
  inquiry: 'inquiry',
  payment: 'payment',
  status: 'status',
};

/** Which service a request is for: the last word of its path. */
export const serviceOf = ({ url }: Pick<FastifyRequest, 'url'>): SnapService =>
  SERVICE_OF_PATHS[url.split('?')[0]!.split('/').at(-1)!] ?? 'payment';

/** Answers refusals in the shape of the standard; everything else as it is answered everywhere. */
@Catch()
export class SnapFilter extends ProblemFilter {
  protected override answer(error: unknown, host: ArgumentsHost): void {
    if (!(error instanceof SnapRefusal)) return super.answer(error, host);
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const answer = responseOf(serviceOf(request), error.snapCase, error.field);
    void host
      .switchToHttp()
      .getResponse<FastifyReply>()
      .code(statusOf(error.snapCase))
      .send({ ...answer, ...error.more });
  }
}
