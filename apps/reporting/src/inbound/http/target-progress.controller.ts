import { Is, kinds } from '#libs/contracts';
import { Allow, CurrentActor, Example, Problem, query, type Actor } from '#libs/http';
import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { Freshness } from '../../use-cases/freshness.js';
import { ShowTheProgressOfATarget } from '../../use-cases/show-the-progress-of-a-target.js';
import { referenceId } from './reference-answers.js';
import { ProgressView, progressView } from './target-progress-view.js';

class ProgressQuery {
  /** Today, unless it is stated. */
  @IsOptional() @Is(kinds.day) asOf?: string;
}

/** How far published aims are: figures, and so for analysts and within their regions. */
@ApiTags('references')
@Controller('v1/targets')
export class TargetProgressController {
  constructor(
    private readonly show: ShowTheProgressOfATarget,
    private readonly freshness: Freshness,
  ) {}

  /** What is reached and needed, at which pace, and on which day it would be reached if that went on. */
  @Get(':id/progress')
  @Example({ id: 'solo-coverage-target-2024' })
  @Allow('analyst')
  @ApiOkResponse({ type: ProgressView })
  async progress(
    @Param('id', referenceId) id: string,
    @Query(query(ProgressQuery)) { asOf }: ProgressQuery,
    @CurrentActor() { regions: reach }: Actor,
  ): Promise<ProgressView> {
    const [freshness, progress] = await this.freshness.before(() =>
      this.show.handle(id, asOf ?? null, reach),
    );
    if (progress === null) throw Problem.notFound();
    if (progress === 'outside-regions') throw Problem.forbidden(progress);
    return { ...progressView(progress), freshness };
  }
}
