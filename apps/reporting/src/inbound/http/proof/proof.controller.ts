import { Allow } from '#libs/http';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { ShowTheProof } from '../../../use-cases/show-the-proof.js';
import { ProofView, proofView } from './proof-view.js';

/** Whether the figures are made of just what their owners said. */
@ApiTags('freshness')
@Controller('v1/proof')
export class ProofController {
  constructor(private readonly proof: ShowTheProof) {}

  /** What was taken of each partition against what its owner says: until when they are the same, and where they differ. */
  @Get()
  @Allow('analyst')
  @ApiOkResponse({ type: ProofView })
  async show(): Promise<ProofView> {
    return proofView(await this.proof.handle());
  }
}
