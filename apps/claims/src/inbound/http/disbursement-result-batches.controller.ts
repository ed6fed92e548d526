import { Allow, CSV_MEDIA_TYPE, StreamBody, type Streamed } from '#libs/http';
import { plainBatch } from '#libs/kernel';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { ClaimAnswer } from '../../use-cases/claims.js';
import {
  RecordResultOfDisbursement,
  type RecordResultCommand,
} from '../../use-cases/record-result-of-disbursement.js';
import { CurrentStep, type Step } from './current-step.js';
import {
  malformedView,
  resultBatchView,
  ResultBatchView,
  resultView,
} from './disbursement-result-batch-views.js';
import { readResults } from './disbursement-result-rows.js';

/** So many results share a transaction. */
const BATCH_MAX = 500;

/** Files of a bank that reports by file. */
@ApiTags('disbursements')
@Allow('adjuster')
@Controller('v1/disbursement-result-batches')
export class DisbursementResultBatchesController {
  constructor(private readonly recordResult: RecordResultOfDisbursement) {}

  /**
   * Takes many results of a bank, each by itself and as if it came alone: NDJSON or CSV, up to 10,000 rows. 200 with what
   * became of each row. A file that cannot be read is refused before anything of it is taken; sent again, it changes nothing.
   */
  @Post()
  @HttpCode(200)
  @ApiConsumes(CSV_MEDIA_TYPE, 'application/x-ndjson')
  @ApiBody({ schema: { type: 'string' } })
  @ApiOkResponse({ type: ResultBatchView })
  async take(@StreamBody() file: Streamed, @CurrentStep() step: Step): Promise<ResultBatchView> {
    const rows = await readResults(file);
    const commands = rows.flatMap((row) =>
      row.kind === 'result' ? [{ ...step, claimId: row.claimId, result: row.result }] : [],
    );
    const answers = (await this.recordAll(commands)).values();
    const results = rows.map((row, place) =>
      row.kind === 'malformed'
        ? malformedView(row, place)
        : resultView(row.result, place, answers.next().value!),
    );
    return resultBatchView(results);
  }

  private async recordAll(commands: readonly RecordResultCommand[]): Promise<readonly ClaimAnswer[]> {
    const answers: ClaimAnswer[] = [];
    for (let from = 0; from < commands.length; from += BATCH_MAX)
      answers.push(...(await this.recordResult.handle(plainBatch(commands.slice(from, from + BATCH_MAX)))));
    return answers;
  }
}
