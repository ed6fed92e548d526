import {
  Allow,
  asCsv,
  CSV_MEDIA_TYPE,
  CurrentActor,
  prefers,
  prefersCsv,
  Problem,
  reaches,
  uuid,
  type Actor,
  type FastifyReply,
  type FastifyRequest,
} from '#libs/http';
import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiTags, getSchemaPath } from '@nestjs/swagger';
import { Views } from '../../use-cases/views.js';
import { statementCsv } from './statement-csv.js';
import { statementPage } from './statement-page.js';
import { StatementBody, statementBody } from './statement-views.js';

const HTML = 'text/html';
const TEXT = { schema: { type: 'string' } } as const;

/** What was paid, by whom, for which month. */
@ApiTags('memberships')
@Allow('officer')
@Controller('v1/memberships')
export class StatementsController {
  constructor(private readonly views: Views) {}

  /** The statement of a membership, as JSON, CSV or a page to print, to officers of its region; 404 for everybody else. */
  @Get(':id/statement')
  @ApiExtraModels(StatementBody)
  @ApiOkResponse({
    content: {
      'application/json': { schema: { $ref: getSchemaPath(StatementBody) } },
      [CSV_MEDIA_TYPE]: TEXT,
      [HTML]: TEXT,
    },
  })
  async statement(
    @Param('id', uuid) membershipId: string,
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StatementBody | string> {
    const statement = await this.views.statement(membershipId);
    if (statement === null || !reaches(actor, statement.residence)) throw Problem.notFound();
    void reply.header('vary', 'accept');
    if (prefersCsv(request)) return asCsv(reply, `statement-${membershipId}`, statementCsv(statement));
    if (!prefers(HTML, request)) return statementBody(statement);
    void reply.type(`${HTML}; charset=utf-8`);
    return statementPage(statement);
  }
}
