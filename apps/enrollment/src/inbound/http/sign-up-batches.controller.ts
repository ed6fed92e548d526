import { Readable } from 'node:stream';
import { Controller, Get, HttpCode, HttpStatus, Param, Post, Res } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
} from '@nestjs/swagger';
import {
  Allow,
  CSV_MEDIA_TYPE,
  CurrentActor,
  CurrentCause,
  Problem,
  StatedAt,
  StreamBody,
  uuid,
  type Actor,
  type FastifyReply,
  type RequestCause,
  type Streamed,
} from '#libs/http';
import { Ids } from '#libs/kernel';
import { LookUpSignUpBatch } from '../../use-cases/look-up-sign-up-batch.js';
import { ReceiveSignUpBatch } from '../../use-cases/receive-sign-up-batch.js';
import type { BatchProgress, BatchSender } from '../../use-cases/sign-up-batches.js';
import { rowsOfNdjson } from '../files/lines.js';
import { SignUpBatchesRunner } from '../files/sign-up-batches.runner.js';
import { rowsOfTable } from '../files/table.js';
import { SignUpBatchAnswer, SignUpBatchBody } from './sign-up-batch.answers.js';

const NDJSON_MEDIA_TYPE = 'application/x-ndjson';
/** Files of one sender that wait or are worked on. Whoever sends more is ahead of what can be done. */
const UNFINISHED_MAX = 8;
const BUSY_RETRY_AFTER_SECONDS = 30;

const senderOf = ({ subject, roles, regions, channel }: Actor): BatchSender => ({
  subject,
  roles,
  regions,
  channel,
});

/** A file is its sender's: of the same subject, or of the same channel. */
const isSentBy = (sender: BatchSender, actor: Actor): boolean =>
  sender.subject === actor.subject ||
  (actor.roles.includes('channel') && actor.channel !== null && actor.channel === sender.channel);

/** Sign-ups by the file, from a hundred rows to a million. */
@Controller('v1/sign-up-batches')
@Allow('channel', 'officer')
export class SignUpBatchesController {
  constructor(
    private readonly receive: ReceiveSignUpBatch,
    private readonly batches: LookUpSignUpBatch,
    private readonly runner: SignUpBatchesRunner,
    private readonly ids: Ids,
  ) {}

  /**
   * Takes a file of sign-ups in, as NDJSON or as CSV with dotted field names in its header. 202 when all of it has come
   * in: then each row is answered, and no row stops another. The same file again changes nothing.
   */
  @Post()
  @HttpCode(HttpStatus.ACCEPTED)
  @ApiOperation({ summary: 'Sign up many: a file of up to 1,000,000 rows' })
  @ApiConsumes(NDJSON_MEDIA_TYPE, CSV_MEDIA_TYPE)
  @ApiBody({ schema: { type: 'string' } })
  @ApiAcceptedResponse({ type: SignUpBatchAnswer })
  async send(
    @StreamBody() { type, bytes }: Streamed,
    @CurrentActor() actor: Actor,
    @CurrentCause() cause: RequestCause,
    @StatedAt() recordedAt: string | null,
  ): Promise<SignUpBatchAnswer> {
    if ((await this.batches.unfinishedOf(actor.subject)) >= UNFINISHED_MAX)
      throw Problem.unavailable(BUSY_RETRY_AFTER_SECONDS, 'too-busy');
    const batchId = this.ids.next();
    const rows = type === CSV_MEDIA_TYPE ? rowsOfTable(bytes) : rowsOfNdjson(bytes);
    const received = await this.receive.handle({ batchId, sender: senderOf(actor), cause, recordedAt }, rows);
    if (received === 'too-large') throw Problem.tooLarge();
    this.runner.wake();
    return { batchId, ...received };
  }

  /** How far a file is; 404 for everybody but its sender. */
  @Get(':batchId')
  @ApiOperation({ summary: 'How far a file of sign-ups is' })
  @ApiOkResponse({ type: SignUpBatchBody })
  async progress(
    @Param('batchId', uuid) batchId: string,
    @CurrentActor() actor: Actor,
  ): Promise<SignUpBatchBody> {
    const { sender: _, ...progress } = await this.own(batchId, actor);
    return progress;
  }

  /** What became of each row, a line for each in the order of the file; of a file that is not done, so far. */
  @Get(':batchId/results')
  @ApiOperation({ summary: 'What became of each row of a file, as NDJSON' })
  @ApiProduces(NDJSON_MEDIA_TYPE)
  @ApiOkResponse({ schema: { type: 'string' } })
  async results(
    @Param('batchId', uuid) batchId: string,
    @CurrentActor() actor: Actor,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.own(batchId, actor);
    void reply.header('content-type', NDJSON_MEDIA_TYPE);
    await reply.send(Readable.from(this.batches.results(batchId)));
  }

  private async own(batchId: string, actor: Actor): Promise<BatchProgress> {
    const found = await this.batches.progress(batchId);
    if (found === null || !isSentBy(found.sender, actor)) throw Problem.notFound();
    return found;
  }
}
