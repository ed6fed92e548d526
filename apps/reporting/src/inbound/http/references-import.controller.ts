import {
  Allow,
  CSV_MEDIA_TYPE,
  CurrentActor,
  Problem,
  StatedAt,
  StreamBody,
  type Actor,
  type Streamed,
} from '#libs/http';
import { Clock } from '#libs/kernel';
import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { RecordReferencesOfFile } from '../../use-cases/record-references-of-file.js';
import { importView, ImportView } from './import-view.js';
import { referencesOfCsv } from './references-of-csv.js';

/** Ten thousand rows of some hundred characters; more come in several files. */
const FILE_MAX_BYTES = 4_194_304;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Throws a 400 for bytes that are no UTF-8, or that hold a NUL, which no database stores. */
const decoded = (bytes: Buffer): string => {
  try {
    if (bytes.includes(0)) throw new TypeError('NUL');
    return utf8.decode(bytes);
  } catch {
    throw Problem.malformed([], 'unreadable');
  }
};

const textOf = async ({ type, bytes }: Streamed): Promise<string> => {
  if (type !== CSV_MEDIA_TYPE) throw Problem.mediaType();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of bytes as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > FILE_MAX_BYTES) throw Problem.tooLarge();
    chunks.push(chunk);
  }
  return decoded(Buffer.concat(chunks));
};

/** Many references at once. */
@ApiTags('references')
@Allow('planner')
@Controller('v1/references/import')
export class ReferencesImportController {
  constructor(
    private readonly recordReferences: RecordReferencesOfFile,
    private readonly clock: Clock,
  ) {}

  /**
   * Puts the denominators or targets of a CSV file on record, each row by itself: a header with `id` and the fields of a
   * PUT, regions separated by blanks or semicolons, an empty cell for what is absent. 200 with a result for each row.
   */
  @Post()
  @HttpCode(200)
  @ApiConsumes(CSV_MEDIA_TYPE)
  @ApiBody({ schema: { type: 'string' } })
  @ApiOkResponse({ type: ImportView })
  async import(
    @StreamBody() file: Streamed,
    @CurrentActor() { regions: reach }: Actor,
    @StatedAt() statedAt: string | null,
  ): Promise<ImportView> {
    const { kind, rows } = referencesOfCsv(await textOf(file));
    const recordedAt = this.clock.recordedAt(statedAt);
    const commands = rows.flatMap((row) =>
      row.kind === 'stated' ? [{ ...row.stated, reach, recordedAt }] : [],
    );
    return importView(kind, rows, await this.recordReferences.handle(commands));
  }
}
