import { Readable } from 'node:stream';
import {
  Allow,
  CurrentActor,
  FILE_TYPES,
  FileBody,
  Problem,
  uuid,
  type Actor,
  type FileInBody,
} from '#libs/http';
import { Controller, Get, Header, Param, Put, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { EvidenceKind } from '../../use-cases/claims.js';
import { KeepFileWithEvidence } from '../../use-cases/keep-file-with-evidence.js';
import { ShowFileOfEvidence } from '../../use-cases/show-file-of-evidence.js';
import { answered } from './answered.js';
import { ClaimView, claimView } from './claim-view.js';
import { CurrentStep, type Step } from './current-step.js';
import { evidenceKind } from './evidence-kind.js';
import { MayAnswer } from './refusals.js';

/** 6 MB: what a telephone's photograph of a paper needs. */
export const FILE_BYTES_MAX = 6 * 1024 * 1024;

const BINARY = { type: 'string', format: 'binary' } as const;

/** Scans and photographs of evidence, streamed in and out. They may hold health data and never leave this service. */
@ApiTags('claims')
@Allow('adjuster')
@Controller('v1/claims/:id/evidence/:kind/file')
export class EvidenceFilesController {
  constructor(
    private readonly keepFile: KeepFileWithEvidence,
    private readonly showFile: ShowFileOfEvidence,
  ) {}

  /**
   * Keeps a file with an open claim: PDF, JPEG or PNG, as its first bytes show, up to 6 MB. Of each kind the last one holds;
   * the same again changes nothing. Evidence that was not recorded before counts as received today.
   */
  @Put()
  @ApiConsumes(...FILE_TYPES)
  @ApiBody({ schema: BINARY })
  @ApiOkResponse({ type: ClaimView })
  @MayAnswer(422)
  async keep(
    @FileBody(FILE_BYTES_MAX) { type: mediaType, bytes }: FileInBody,
    @Param('id', uuid) claimId: string,
    @Param('kind', evidenceKind) kind: EvidenceKind,
    @CurrentStep() step: Step,
  ): Promise<ClaimView> {
    return claimView(
      answered(await this.keepFile.handle({ ...step, claimId, kind, mediaType, bytes })).claim,
    );
  }

  /** The last file of the kind, to adjusters of the claim's region; 404 for everybody else and where there is none. */
  @Get()
  @Header('cache-control', 'private, no-store')
  @ApiOkResponse({ content: Object.fromEntries(FILE_TYPES.map((type) => [type, { schema: BINARY }])) })
  async show(
    @Param('id', uuid) claimId: string,
    @Param('kind', evidenceKind) kind: EvidenceKind,
    @CurrentActor() { regions }: Actor,
  ): Promise<StreamableFile> {
    const file = await this.showFile.find(claimId, kind, regions);
    if (file === null) throw Problem.notFound();
    const disposition = `attachment; filename="${kind}.${file.mediaType.split('/')[1]}"`;
    return new StreamableFile(Readable.from(file.content, { objectMode: false }), {
      type: file.mediaType,
      length: file.size,
      disposition,
    });
  }
}
