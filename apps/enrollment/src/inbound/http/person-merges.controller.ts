import { Body, Controller, HttpCode, HttpStatus, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { Is, kinds } from '#libs/contracts';
import {
  Allow,
  Batcher,
  body,
  CurrentActor,
  CurrentCause,
  Problem,
  reaches,
  refusalOf,
  StatedAt,
  uuid,
  type Actor,
  type RequestCause,
} from '#libs/http';
import { MergeDuplicatePerson } from '../../use-cases/merge-duplicate-person.js';
import type { MergeCommand } from '../../use-cases/person-merges.js';
import { MergeAnswer } from './person.answers.js';

type Outcome = Awaited<ReturnType<MergeDuplicatePerson['handle']>>[number];

/** The person that somebody turned out to be. */
export class MergeRequest {
  @Is(kinds.id) into!: string;
}

/** Persons who were taken for two: for officers of the regions where both live. */
@Controller('v1/persons/:personId/merge')
@Allow('officer')
export class PersonMergesController {
  private readonly batcher: Batcher<MergeCommand, Outcome>;

  constructor(private readonly merge: MergeDuplicatePerson) {
    this.batcher = new Batcher((batch) => merge.handle(batch));
  }

  /**
   * Ends the memberships of the person in the path as duplicates and puts its data with the other one. Again, it changes
   * nothing. 404 for persons who are not there; 422 where cover would be lost, or one of them is gone.
   */
  @Post()
  @HttpCode(HttpStatus.OK)
  @ApiOperation({ summary: 'Say that two persons are one' })
  @ApiOkResponse({ type: MergeAnswer })
  async of(
    @Param('personId', uuid) personId: string,
    @Body(body(MergeRequest)) request: MergeRequest,
    @CurrentActor() actor: Actor,
    @CurrentCause() cause: RequestCause,
    @StatedAt() recordedAt: string | null,
  ): Promise<MergeAnswer> {
    const into = request.into.toLowerCase();
    const residences = await this.merge.residencesOf([personId, into]);
    if (!residences.every((residence) => reaches(actor, residence))) throw Problem.notFound();
    const outcome = await this.batcher.submit({ ...cause, personId, into, actor: actor.subject, recordedAt });
    if (outcome.kind === 'refused')
      throw outcome.reason === 'person-unknown' ? Problem.notFound() : refusalOf(outcome.reason);
    return { personId, mergedInto: into };
  }
}
